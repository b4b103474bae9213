import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { GoogleForm, LastUsed, MailForm } from "@/components/auth/other-ways";
import { SessionEnded } from "@/components/auth/session-ended";
import { LiveForm } from "@/components/client/live-form";
import { LookAgain } from "@/components/client/look-again";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { formClass } from "@/components/ui/form-class";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Or, Switch, TextLink } from "@/components/ui/links";
import { Notices } from "@/components/ui/notices";
import { PasswordField } from "@/components/ui/password-field";
import { settings } from "@/lib/config/settings";
import { currentUser, sessionEnded } from "@/lib/http/current-user";
import { callbackUrlOf, csrfToken, formState, lastMethod } from "@/lib/http/page";
import { words } from "@/lib/messages/words";
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
  const token = await csrfToken();
  const last = await lastMethod();
  const mark: Record<string, string> = last ? { [last]: "ultimo" } : {};
  return (
    <AuthShell title="Ingresa a tu cuenta" answer={{ ...state, marked }}>
      <Heading lead="Sigue ganando tiempo y tranquilidad">Ingresa a tu cuenta</Heading>
      <Notices>{ended && <SessionEnded />}</Notices>
      <LiveForm
        action="/api/auth/callback/credentials"
        marks={{ CredentialsSignin: BOTH }}
        focusFirst
        className={formClass}
      >
        <Hidden values={{ csrfToken: token, callbackUrl }} />
        <AddressField autoComplete="username" missing={words.address.empty} />
        <PasswordField
          missing={words.passwordEmpty}
          aside={
            <TextLink href="/recuperar" carry className="text-small">
              ¿Olvidaste tu contraseña?
            </TextLink>
          }
        />
        <LastUsed id={mark.password}>
          <Button busy="Ingresando…" describedBy={mark.password}>
            Ingresar
          </Button>
        </LastUsed>
      </LiveForm>
      <Or />
      <div className="grid gap-3 short:gap-2.5">
        {settings().google && (
          <LastUsed id={mark.google}>
            <GoogleForm csrfToken={token} callbackUrl={callbackUrl} describedBy={mark.google} />
          </LastUsed>
        )}
        <LastUsed id={mark.email}>
          <MailForm callbackUrl={callbackUrl} describedBy={mark.email} />
        </LastUsed>
      </div>
      <Switch>
        <span>{"¿Aún no tienes cuenta en Alegra? "}</span>
        <TextLink href={withQuery("/registro", { callbackUrl })} carry>
          Regístrate
        </TextLink>
      </Switch>
      <LookAgain person={user?.id ?? null} />
    </AuthShell>
  );
}
