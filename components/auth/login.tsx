import type { DocumentRequest } from "@/lib/http/documents";
import { site } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { withQuery } from "@/lib/routes";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { AddressField } from "../ui/email-field";
import { FORM, formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { Or, Switch, TextLink } from "../ui/links";
import { LiveForm } from "../ui/live-form";
import { PasskeyButton } from "../ui/passkey-button";
import { PasswordField } from "../ui/password-field";
import { Sentence } from "../ui/sentence";
import { AuthShell } from "./auth-shell";
import { GoogleForm, LastUsed, MailForm } from "./other-ways";
import { SessionEnded } from "./session-ended";

/** The three ways in, and a quiet fourth where the browser has it. */
export function Login({
  callbackUrl = null,
  last = null,
  ended = false,
}: {
  callbackUrl?: string | null;
  /** the way in that this browser used last */
  last?: DocumentRequest["last"];
  /** whether this browser's session was ended elsewhere */
  ended?: boolean;
}) {
  const { pages, passkeys, ways } = messages();
  const say = pages.login;
  const mark: Record<string, string> = last ? { [last]: "ultimo" } : {};
  return (
    <AuthShell title={say.title} form={FORM}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners>{ended && <SessionEnded>{say.ended}</SessionEnded>}</Banners>
      <LiveForm id={FORM} action="/api/auth/callback/credentials" focusFirst className={formClass}>
        <Hidden values={{ callbackUrl }} />
        <AddressField autoComplete="username webauthn" />
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
      <div className="grid gap-3 short:gap-2.5 ways">
        {site().hasGoogle && (
          <LastUsed id={mark.google} mark={ways.lastUsed}>
            <GoogleForm callbackUrl={callbackUrl} describedBy={mark.google}>
              {ways.google}
            </GoogleForm>
          </LastUsed>
        )}
        <LastUsed id={mark.email} mark={ways.lastUsed}>
          <MailForm callbackUrl={callbackUrl} describedBy={mark.email}>
            {ways.mail}
          </MailForm>
        </LastUsed>
        <LastUsed id={mark.passkey} mark={ways.lastUsed}>
          <PasskeyButton
            ceremony="sign"
            action="/api/auth/callback/passkey"
            challenge="/api/auth/signin/passkey"
            callbackUrl={callbackUrl}
            kind="text"
            busy={say.busy}
            describedBy={mark.passkey}
          >
            {passkeys.signIn}
          </PasskeyButton>
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
    </AuthShell>
  );
}
