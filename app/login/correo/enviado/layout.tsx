import type { ReactNode } from "react";
import { ShownTo } from "@/components/client/shown-to";
import { currentUser } from "@/lib/http/current-user";

/** Whoever asked for the mail to prove themselves anew is signed in: then its forms, too, say to whom they were shown. */
export default async function SentPage({ children }: { children: ReactNode }) {
  return <ShownTo person={(await currentUser())?.id ?? null}>{children}</ShownTo>;
}
