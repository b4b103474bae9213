import type { ReactNode } from "react";
import { LookAgain } from "@/components/client/look-again";
import { ShownTo } from "@/components/client/shown-to";
import { currentUser } from "@/lib/http/current-user";

/** Around every page of a signed-in person: its forms say to whom it was shown, and it looks again when it is seen again. */
export default async function OwnPages({ children }: { children: ReactNode }) {
  const person = (await currentUser())?.id ?? null;
  return (
    <ShownTo person={person}>
      {children}
      <LookAgain person={person} />
    </ShownTo>
  );
}
