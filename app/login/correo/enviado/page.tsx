import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { CodeForm } from "@/components/auth/code-form";
import { InboxLink } from "@/components/auth/inbox-link";
import { ResendForm } from "@/components/auth/resend-form";
import { WindowFull } from "@/components/auth/window-full";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, Heading } from "@/components/ui/heading";
import { Switch, TextLink } from "@/components/ui/links";
import { Notices } from "@/components/ui/notices";
import { csrfToken, formState } from "@/lib/http/page";
import { sentMail } from "@/lib/http/sent-mail";
import { words } from "@/lib/messages/words";

/** A magic link is on its way; the same page, word for word, whether or not it opens an account. */
export default async function LinkSentPage() {
  const sent = await sentMail("magic-link");
  if (!sent) redirect("/login/correo");
  const state = await formState("/login/correo/enviado");
  const token = await csrfToken();
  return (
    <AuthShell title="Revisa tu correo" answer={state}>
      <Heading
        envelope
        lead={
          <>
            <span>{"Enviamos un link mágico a "}</span>
            <Address>{sent.address}</Address>
            <span>. Ábrelo en este navegador y entrarás al instante.</span>
          </>
        }
      >
        Revisa tu correo
      </Heading>
      <Notices>{sent.wait?.reason === "window" && <WindowFull until={sent.wait.at} />}</Notices>
      <Facts tight>
        <Fact icon="clock">Vence en 30 minutos y se usa una sola vez.</Fact>
        <Fact icon="mail">¿No lo ves? Mira en correo no deseado.</Fact>
      </Facts>
      <div className="mt-5 grid gap-3 short:gap-2.5">
        <InboxLink {...sent.inbox} />
        <ResendForm
          csrfToken={token}
          address={sent.address}
          wait={sent.wait}
          resent={words.resent}
        />
      </div>
      <CodeForm csrfToken={token} missing={words.codeMalformed} />
      <Switch>
        <span>{"¿No es tu correo? "}</span>
        <TextLink href="/login/correo">Usa otro</TextLink>
      </Switch>
    </AuthShell>
  );
}
