import type { ReactNode } from "react";
import type { Messages } from "@/lib/messages/catalogue";
import { Document } from "../document/document";
import { Avatar } from "../ui/avatar";
import { Brand } from "../ui/brand";
import { Button } from "../ui/button";
import { Footer } from "../ui/footer";
import { Icon } from "../ui/icon";
import { LiveForm } from "../ui/live-form";
import { SkipLink } from "../ui/skip-link";
import { PasskeyUpgrade } from "./passkey-offer";

/** The frame of the signed-in pages: who is in, the way out, the page. */
export function AccountShell({
  say,
  title = say.title,
  name,
  children,
}: {
  say: Pick<Messages["account"], "title" | "signOut" | "closing">;
  /** of the document, without the name of the product, where it is not the account's own page */
  title?: string;
  /** a name, or the address where there is none */
  name: string;
  children: ReactNode;
}) {
  return (
    <Document title={title}>
      <SkipLink />
      <header className="bar border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[1120px] flex-wrap items-center justify-between gap-4 px-5 py-2.5 sm:px-6">
          <Brand href="/cuenta" />
          <div className="flex min-w-0 items-center gap-2.5">
            <Avatar of={name} size="small" />
            <span className="max-w-60 truncate text-small font-semibold text-ink narrow:hidden">
              <bdi>{name}</bdi>
            </span>
            <LiveForm action="/api/auth/signout" sentBy="browser">
              <Button
                kind="secondary"
                size="small"
                busy={say.closing}
                icon={<Icon name="leave" className="narrow:hidden" />}
              >
                {say.signOut}
              </Button>
            </LiveForm>
          </div>
        </div>
      </header>
      <main
        id="contenido"
        className="mx-auto max-w-[1120px] px-5 pt-7 pb-14 motion-safe:animate-enter sm:px-6 sm:pt-9 sm:pb-18"
      >
        {children}
      </main>
      <Footer className="mx-auto max-w-[1120px] px-5 pb-8 sm:px-6" />
      <PasskeyUpgrade />
    </Document>
  );
}
