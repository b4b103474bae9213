import type { ReactNode } from "react";
import { ReloadWhenOtherUser } from "@/components/client/reload-when-other-user";
import { ShownTo } from "@/components/client/shown-to";
import { currentUser } from "@/lib/http/current-user";

/** Around every page of a signed-in person: its forms say to whom it was shown, and it looks again when it is seen again. */
export default async function OwnPages({ children }: { children: ReactNode }) {
  const person = (await currentUser())?.id ?? null;
  return (
    <ShownTo person={person}>
      {children}
      <ReloadWhenOtherUser person={person} />
    </ShownTo>
  );
}
