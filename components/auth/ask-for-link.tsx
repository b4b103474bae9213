import { messages } from "@/lib/messages/messages";
import { withQuery } from "@/lib/routes";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { AddressField } from "../ui/email-field";
import { Fact, Facts } from "../ui/facts";
import { FORM, formClass } from "../ui/form-class";
import { BackLink, Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { LiveForm } from "../ui/live-form";
import { AuthShell } from "./auth-shell";

/** Where a magic link is asked for. */
export function AskForLink({ callbackUrl = null }: { callbackUrl?: string | null }) {
  const { pages, ways } = messages();
  const say = pages.askForLink;
  return (
    <AuthShell title={say.title} form={FORM}>
      <BackLink href={withQuery("/login", { callbackUrl })}>{ways.backToLogin}</BackLink>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/api/auth/signin/email" focusFirst className={formClass}>
        <Hidden values={{ callbackUrl }} />
        <AddressField autoComplete="email" last />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Facts>
        <Fact icon="clock">{say.lives}</Fact>
        <Fact icon="key">{say.once}</Fact>
        <Fact icon="shield">{say.private}</Fact>
      </Facts>
    </AuthShell>
  );
}
