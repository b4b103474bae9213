import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { FORM, formClass } from "@/components/ui/form-class";
import { Address, BackLink, Heading } from "@/components/ui/heading";
import { Switch, TextLink } from "@/components/ui/links";
import { LiveForm } from "@/components/ui/live-form";
import { Sentence } from "@/components/ui/sentence";
import { Tick } from "@/components/ui/tick";
import { TotpField } from "@/components/ui/totp-field";
import { pendingSignIn } from "@/lib/http/pending-sign-in";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";

/** The second step of a sign-in: a code of the app. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/login/dos-pasos", async ({ request }) => {
  const pending = await pendingSignIn(request);
  if (!pending) redirect("/login");
  const say = messages().secondStep;
  const address = <Address>{pending.user.address}</Address>;
  return (
    <AuthShell title={say.title} form={FORM}>
      <BackLink href="/login">{say.another}</BackLink>
      <Heading lead={<Sentence of={say.lead} parts={{ address }} />}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/api/auth/callback/second-step" focusFirst className={formClass}>
        <TotpField />
        <Tick name="trust">{say.trust}</Tick>
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Switch>
        <TextLink href="/login/dos-pasos/codigo">{say.byCode}</TextLink>
      </Switch>
      <Switch>
        <TextLink href="/login/dos-pasos/recuperar">{say.lost}</TextLink>
      </Switch>
    </AuthShell>
  );
});
