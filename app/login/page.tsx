import { redirect } from "next/navigation";
import { AddressField } from "@/components/address-field";
import { AuthShell } from "@/components/auth-shell";
import { Button } from "@/components/button";
import { formClass } from "@/components/form-class";
import { Heading } from "@/components/heading";
import { Hidden } from "@/components/hidden";
import { Or, Switch, TextLink } from "@/components/links";
import { LiveForm } from "@/components/live/live-form";
import { LookAgain } from "@/components/live/look-again";
import { Notices } from "@/components/notices";
import { GoogleForm, LastUsed, MailForm } from "@/components/other-ways";
import { PasswordField } from "@/components/password-field";
import { SessionEnded } from "@/components/session-ended";
import { callbackUrlOf, csrfToken, formState, lastMethod } from "@/lib/door/page";
import { currentPerson, sessionEnded } from "@/lib/door/person";
import { settings } from "@/lib/settings";
import { words } from "@/lib/words";
import { type WithQuery, withCallback } from "../query";

/** What a wrong pair is about, without saying which half was wrong. */
const BOTH = ["email", "password"];

/** The three ways in. */
export default async function LoginPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const callbackUrl = await callbackUrlOf(searchParams);
  const person = await currentPerson();
  if (person && query.error === undefined) redirect(callbackUrl ?? "/cuenta");

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
        <TextLink href={withCallback("/registro", callbackUrl)} carry>
          Regístrate
        </TextLink>
      </Switch>
      <LookAgain person={person?.id ?? null} />
    </AuthShell>
  );
}
