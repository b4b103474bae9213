import type { ReactNode } from "react";
import { AccountCard } from "../account/account-card";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { Facts } from "../ui/facts";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { LiveForm } from "../ui/live-form";
import { TokenStripper } from "../ui/token-stripper";
import { AuthShell } from "./auth-shell";

/** What the reader of a mail may undo, by one button: at which account, and what comes of it. */
export function UndoByMail({
  say,
  account,
  action,
  token,
  children,
}: {
  say: { title: string; lead: string; submit: string; busy: string };
  account: { address: string; name: string | null };
  action: string;
  token: string | null;
  /** the facts */
  children: ReactNode;
}) {
  return (
    <AuthShell title={say.title}>
      <Heading glyph="alert" tone="warn" lead={say.lead}>
        {say.title}
      </Heading>
      <Banners />
      <AccountCard {...account} />
      <Facts>{children}</Facts>
      <LiveForm action={action} sentBy="browser" className="mt-6">
        <Hidden values={{ token }} />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <TokenStripper />
    </AuthShell>
  );
}
