import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth-shell";
import { Button } from "@/components/button";
import { DeadLinkToPage } from "@/components/dead-link";
import { formClass } from "@/components/form-class";
import { Address, Heading } from "@/components/heading";
import { Hidden } from "@/components/hidden";
import { LiveForm } from "@/components/live/live-form";
import { TokenStripper } from "@/components/live/token-stripper";
import { Notices } from "@/components/notices";
import { PasswordField } from "@/components/password-field";
import { UsernameHint } from "@/components/username-hint";
import { type DeadState, deadLinks } from "@/lib/dead-links";
import { peekLink } from "@/lib/door/link";
import { csrfToken, formState } from "@/lib/door/page";
import { currentPerson } from "@/lib/door/person";
import { tokenOf, type WithQuery } from "../../query";

/** Where the verification mail lands; confirming makes the account and signs in. */
export default async function VerifyPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const answer = await formState("/registro/verificar", query.error);
  const link = await peekLink(tokenOf(query), "registration");

  if (link.state !== "valid") {
    const person = await currentPerson();
    if (link.state === "used" && person?.address === link.address) redirect("/cuenta");
    const said = deadLinks.registration[link.state];
    return (
      <AuthShell title={said.title} answer={answer}>
        <DeadLinkToPage {...said} state={link.state} {...waysFrom(link.state)} />
        <TokenStripper />
      </AuthShell>
    );
  }
  return (
    <AuthShell title="Confirma tu correo" answer={answer}>
      <Heading
        glyph="mail"
        lead={
          <>
            <span>{"Vas a activar la cuenta de "}</span>
            <Address>{link.address}</Address>
            <span>.</span>
          </>
        }
      >
        Confirma tu correo
      </Heading>
      <Notices />
      <LiveForm action="/registro/verificar/confirmar" className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken(), token: link.token }} />
        {!link.sameBrowser && (
          <>
            <UsernameHint address={link.address} />
            <PasswordField
              fresh
              label="Nueva contraseña"
              required={false}
              note="Si la dejas vacía, entrarás con link mágico o Google."
            />
          </>
        )}
        <Button busy="Confirmando…">Confirmar correo</Button>
      </LiveForm>
      <TokenStripper />
    </AuthShell>
  );
}

const REGISTER = { href: "/registro", text: "Crear cuenta" };

/** Whose address was confirmed already has an account to sign in to. */
function waysFrom(state: DeadState) {
  const confirmed = state === "used" || state === "ended";
  return confirmed
    ? { next: { href: "/login", text: "Ingresar" }, other: REGISTER }
    : { next: REGISTER };
}
