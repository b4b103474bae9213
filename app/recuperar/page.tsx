import { AuthShell } from "@/components/auth/auth-shell";
import { MailForm } from "@/components/auth/other-ways";
import { LiveForm } from "@/components/client/live-form";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { FORM, formClass } from "@/components/ui/form-class";
import { BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Or } from "@/components/ui/links";
import { csrfToken, formState, pageMessages } from "@/lib/http/page";
import type { WithQuery } from "../query";

/** A forgotten password. */
export default async function RecoverPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const state = await formState("/recuperar", query.error);
  const { pages, ways } = await pageMessages();
  const say = pages.recover;
  return (
    <AuthShell title={say.title} answer={state} form={FORM}>
      <BackLink href="/login">{ways.backToLogin}</BackLink>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/recuperar/enviar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <AddressField autoComplete="email" last />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Or>{ways.orWithoutPassword}</Or>
      <MailForm callbackUrl={null}>{ways.mail}</MailForm>
    </AuthShell>
  );
}
