import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLinkToPage } from "@/components/auth/dead-link";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Button } from "@/components/ui/button";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Notices } from "@/components/ui/notices";
import { PasswordField } from "@/components/ui/password-field";
import { UsernameHint } from "@/components/ui/username-hint";
import { currentUser } from "@/lib/http/current-user";
import { csrfToken, formState } from "@/lib/http/page";
import { peekLink } from "@/lib/http/peek-link";
import { type DeadState, deadLinks } from "@/lib/messages/dead-links";
import { tokenOf, type WithQuery } from "../../query";

/** Where the verification mail lands; confirming makes the account and signs in. */
export default async function VerifyPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const answer = await formState("/registro/verificar", query.error);
  const link = await peekLink(tokenOf(query), "registration");

  if (link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
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
