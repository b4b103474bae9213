import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { LiveForm } from "@/components/client/live-form";
import { Button } from "@/components/ui/button";
import { formClass } from "@/components/ui/form-class";
import { Address, BackLink, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Icon } from "@/components/ui/icon";
import { Or } from "@/components/ui/links";
import { Notices } from "@/components/ui/notices";
import { PasswordField } from "@/components/ui/password-field";
import { UsernameHint } from "@/components/ui/username-hint";
import { requireUser } from "@/lib/http/current-user";
import { callbackUrlOf, csrfToken, formState } from "@/lib/http/page";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { errorNotice, words } from "@/lib/messages/words";
import { withQuery } from "@/lib/routes";
import { isReauthenticated } from "@/lib/session/reauthentication";
import type { WithQuery } from "../../query";

const PAGE = "/cuenta/confirmar";

/** Proving oneself again before a change of ways in: by the password, or by a fresh mail. */
export default async function ConfirmPage({ searchParams }: WithQuery) {
  const callbackUrl = await callbackUrlOf(searchParams);
  const user = await requireUser(withQuery(PAGE, { callbackUrl }));
  const proved = await retryWhenAway(isReauthenticated(user.session.id));
  if (proved) redirect(callbackUrl ?? "/cuenta");

  const { address, hasPassword } = user;
  const common = { csrfToken: await csrfToken(), callbackUrl };
  return (
    <AuthShell title="Confirma que eres tú" answer={await formState(PAGE)}>
      <BackLink href="/cuenta">Volver a tu cuenta</BackLink>
      <Heading lead={errorNotice("ProofRequired").text}>Confirma que eres tú</Heading>
      <Notices />
      {hasPassword ? (
        <>
          <PasswordForm address={address} common={common} />
          <Or />
        </>
      ) : (
        <p className="mt-5 mb-6">
          <span>{"Te enviaremos un link y un código a "}</span>
          <Address>{address}</Address>
          <span>.</span>
        </p>
      )}
      <LiveForm action="/api/auth/signin/email">
        <Hidden values={{ ...common, email: address }} />
        <Button
          kind={hasPassword ? "secondary" : "primary"}
          busy="Enviando…"
          icon={<Icon name="mail" />}
        >
          Enviar link mágico
        </Button>
      </LiveForm>
    </AuthShell>
  );
}

type Common = { csrfToken: string; callbackUrl: string | null };

function PasswordForm({ address, common }: { address: string; common: Common }) {
  return (
    <LiveForm action="/cuenta/confirmar/contrasena" focusFirst className={formClass}>
      <Hidden values={common} />
      <UsernameHint address={address} />
      <PasswordField missing={words.passwordEmpty} />
      <Button busy="Confirmando…">Continuar</Button>
    </LiveForm>
  );
}
