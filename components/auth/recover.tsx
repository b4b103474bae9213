import { messages } from "@/lib/messages/messages";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { AddressField } from "../ui/email-field";
import { FORM, formClass } from "../ui/form-class";
import { BackLink, Heading } from "../ui/heading";
import { Or } from "../ui/links";
import { LiveForm } from "../ui/live-form";
import { AuthShell } from "./auth-shell";
import { MailForm } from "./other-ways";

/** A forgotten password. */
export function Recover() {
  const { pages, ways } = messages();
  const say = pages.recover;
  return (
    <AuthShell title={say.title} form={FORM}>
      <BackLink href="/login">{ways.backToLogin}</BackLink>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/recuperar/enviar" focusFirst className={formClass}>
        <AddressField autoComplete="email" last />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Or>{ways.orWithoutPassword}</Or>
      <MailForm callbackUrl={null}>{ways.mail}</MailForm>
    </AuthShell>
  );
}
