import type { ReactNode } from "react";
import { ShownTo } from "@/components/client/shown-to";
import { currentUser } from "@/lib/http/current-user";

/** A user who asked for the mail to reauthenticate is signed in: then the forms here, too, say to whom they were shown. */
export default async function SentPage({ children }: { children: ReactNode }) {
  return <ShownTo person={(await currentUser())?.id ?? null}>{children}</ShownTo>;
}
