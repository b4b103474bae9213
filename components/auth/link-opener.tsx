import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";

/**
 * The form inside is sent by itself, once a person is looking (`components/client/link-opener.ts`). Where that leads nowhere,
 * the form waits for its button.
 * @param title of the tab while it is being opened
 */
export function LinkOpener({ title, children }: { title: string; children: ReactNode }) {
  shown().made.mail = true;
  return (
    <div data-opener={title} data-opening className="group/opener">
      {children}
    </div>
  );
}

/** What is said while the link is being opened by itself, and where it waits for its button, as it does without scripts. */
export function WhileOpening({ said, otherwise }: { said: string; otherwise: string }) {
  return (
    <>
      <span className="hidden group-data-opening/opener:inline unscripted:hidden!">{said}</span>
      <span className="group-data-opening/opener:hidden unscripted:inline!">{otherwise}</span>
    </>
  );
}
