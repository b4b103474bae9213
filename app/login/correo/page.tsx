import { AuthShell } from "@/components/auth/auth-shell";
import { LiveForm } from "@/components/client/live-form";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { Fact, Facts } from "@/components/ui/facts";
import { FORM, formClass } from "@/components/ui/form-class";
import { BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { callbackUrlOf, csrfToken, formState, pageMessages } from "@/lib/http/page";
import { withQuery } from "@/lib/routes";
import type { WithQuery } from "../../query";

/** Where a magic link is asked for. */
export default async function AskForLinkPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const state = await formState("/login/correo", query.error);
  const callbackUrl = await callbackUrlOf(searchParams);
  const { pages, ways } = await pageMessages();
  const say = pages.askForLink;
  return (
    <AuthShell title={say.title} answer={state} form={FORM}>
      <BackLink href={withQuery("/login", { callbackUrl })}>{ways.backToLogin}</BackLink>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/api/auth/signin/email" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken(), callbackUrl }} />
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
