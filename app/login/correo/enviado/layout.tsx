import type { ReactNode } from "react";
import { ShownTo } from "@/components/live/shown-to";
import { currentPerson } from "@/lib/door/person";

/** Whoever asked for the mail to prove themselves anew is signed in: then its forms, too, say to whom they were shown. */
export default async function SentPage({ children }: { children: ReactNode }) {
  return <ShownTo person={(await currentPerson())?.id ?? null}>{children}</ShownTo>;
}
