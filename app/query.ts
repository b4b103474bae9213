/** What a page gets of its address. Next's own type exists only once the application was built. */
export type WithQuery = { searchParams: Promise<Query> };
type Query = Record<string, string | string[] | undefined>;

/** The token of a link; copied out of HTML source, an address has `&amp;` where it had `&`. */
export const tokenOf = (query: Query) => query.token ?? query["amp;token"];
