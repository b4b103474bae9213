import type { Query } from "@/lib/http/page";

/** The token of a link; copied out of HTML source, an address has `&amp;` where it had `&`. */
export const tokenOf = (query: Query) => query.token ?? query["amp;token"];
