import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { GoogleForm } from "@/components/auth/other-ways";
import { Terms } from "@/components/auth/terms";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { Field } from "@/components/ui/field";
import { formClass } from "@/components/ui/form-class";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Or, Switch, TextLink } from "@/components/ui/links";
import { Notices } from "@/components/ui/notices";
import { PasswordField } from "@/components/ui/password-field";
import { Tag } from "@/components/ui/tag";
import { settings } from "@/lib/config/settings";
import { currentUser } from "@/lib/http/current-user";
import { callbackUrlOf, csrfToken, formState } from "@/lib/http/page";
import { peekLink } from "@/lib/http/peek-link";
import { words } from "@/lib/messages/words";
import { withQuery } from "@/lib/routes";
import { DeadMagicLink } from "../dead-magic-link";
import { tokenOf, type WithQuery } from "../query";

/** Creates an account; with the link of a mail to an address without one, that address is proved already. */
export default async function RegisterPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const answer = await formState("/registro", query.error);
  const callbackUrl = await callbackUrlOf(searchParams);
  const token = tokenOf(query);
  const link = token === undefined ? null : await peekLink(token, "magic-link");
  const csrf = await csrfToken();

  if (link && link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
    return <DeadMagicLink link={link} answer={answer} />;
  }
  // an account was made meanwhile: the link is a magic link like any other
  if (link?.hasAccount) redirect(withQuery("/login/link", { token: link.token }));

  const { google, termsUrl, privacyUrl } = settings();
  return (
    <AuthShell title="Crea tu cuenta" answer={answer}>
      <Heading lead={link ? undefined : "Te enviaremos un correo para confirmar que es tuya."}>
        Crea tu cuenta
      </Heading>
      <Notices />
      <LiveForm action="/registro/crear" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: csrf, callbackUrl, token: link?.token ?? null }} />
        <Field
          label="Nombre"
          name="name"
          autoComplete="name"
          autoCapitalize="words"
          missing={words.name.empty}
        />
        {link ? (
          <AddressField
            autoComplete="username"
            missing={words.address.empty}
            value={link.address}
            readOnly
            tag={<Tag>Verificado</Tag>}
          />
        ) : (
          <AddressField autoComplete="username" missing={words.address.empty} />
        )}
        <PasswordField
          fresh
          required={!link}
          missing={words.passwordEmpty}
          note={link ? "Si la dejas vacía, entrarás con link mágico o Google." : undefined}
        />
        <Button busy="Creando…">Crear cuenta</Button>
        <Terms termsUrl={termsUrl} privacyUrl={privacyUrl} />
      </LiveForm>
      {google && !link && (
        <>
          <Or />
          <GoogleForm csrfToken={csrf} callbackUrl={callbackUrl} />
        </>
      )}
      <Switch>
        <span>{"¿Ya tienes cuenta? "}</span>
        <TextLink href={withQuery("/login", { callbackUrl })} carry>
          Ingresa
        </TextLink>
      </Switch>
      {link && <TokenStripper />}
    </AuthShell>
  );
}
