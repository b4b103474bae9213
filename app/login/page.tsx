import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { GoogleForm, LastUsed, MailForm } from "@/components/auth/other-ways";
import { SessionEnded } from "@/components/auth/session-ended";
import { LiveForm } from "@/components/client/live-form";
import { ReloadWhenOtherUser } from "@/components/client/reload-when-other-user";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { FORM, formClass } from "@/components/ui/form-class";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Or, Switch, TextLink } from "@/components/ui/links";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { settings } from "@/lib/config/settings";
import { currentUser, sessionEnded } from "@/lib/http/current-user";
import { callbackUrlOf, csrfToken, formState, lastMethod, pageMessages } from "@/lib/http/page";
import { withQuery } from "@/lib/routes";
import type { WithQuery } from "../query";

/** What a wrong pair is about, without saying which half was wrong. */
const BOTH = ["email", "password"];

/** The three ways in. */
export default async function LoginPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const callbackUrl = await callbackUrlOf(searchParams);
  const user = await currentUser();
  if (user && query.error === undefined) redirect(callbackUrl ?? "/cuenta");

  const state = await formState("/login", query.error);
  const ended = state.notice === null && state.fields.email === undefined && (await sessionEnded());
  const marked = query.error === "CredentialsSignin" ? BOTH : [];
  const { pages, ways } = await pageMessages();
  const say = pages.login;
  const token = await csrfToken();
  const last = await lastMethod();
  const mark: Record<string, string> = last ? { [last]: "ultimo" } : {};
  return (
    <AuthShell title={say.title} answer={{ ...state, marked }} form={FORM}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners>{ended && <SessionEnded>{say.ended}</SessionEnded>}</Banners>
      <LiveForm
        id={FORM}
        action="/api/auth/callback/credentials"
        marks={{ CredentialsSignin: BOTH }}
        focusFirst
        className={formClass}
      >
        <Hidden values={{ csrfToken: token, callbackUrl }} />
        <AddressField autoComplete="username" />
        <PasswordField
          aside={
            <TextLink href="/recuperar" carry className="text-small">
              {say.forgot}
            </TextLink>
          }
        />
        <LastUsed id={mark.password} mark={ways.lastUsed}>
          <Button busy={say.busy} describedBy={mark.password}>
            {say.submit}
          </Button>
        </LastUsed>
      </LiveForm>
      <Or>{ways.or}</Or>
      <div className="grid gap-3 short:gap-2.5 laptop:auto-cols-fr laptop:grid-flow-col">
        {settings().google && (
          <LastUsed id={mark.google} mark={ways.lastUsed}>
            <GoogleForm csrfToken={token} callbackUrl={callbackUrl} describedBy={mark.google}>
              {ways.google}
            </GoogleForm>
          </LastUsed>
        )}
        <LastUsed id={mark.email} mark={ways.lastUsed}>
          <MailForm callbackUrl={callbackUrl} describedBy={mark.email}>
            {ways.mail}
          </MailForm>
        </LastUsed>
      </div>
      <Switch>
        <Sentence
          of={say.noAccount}
          parts={{
            register: (
              <TextLink href={withQuery("/registro", { callbackUrl })} carry>
                {say.register}
              </TextLink>
            ),
          }}
        />
      </Switch>
      <ReloadWhenOtherUser person={user?.id ?? null} />
    </AuthShell>
  );
}
