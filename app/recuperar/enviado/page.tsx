import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth-shell";
import { Fact, Facts } from "@/components/facts";
import { Address, Heading } from "@/components/heading";
import { InboxLink } from "@/components/inbox-link";
import { Switch, TextLink } from "@/components/links";
import { Notices } from "@/components/notices";
import { formState } from "@/lib/door/page";
import { sentMail } from "@/lib/door/sent";

/** The instructions are on their way; the same page whether or not the address has an account. */
export default async function ResetSentPage() {
  const sent = await sentMail("reset");
  if (!sent) redirect("/recuperar");
  return (
    <AuthShell title="Revisa tu correo" answer={await formState("/recuperar/enviado")}>
      <Heading
        envelope
        lead={
          <>
            Enviamos las instrucciones a <Address>{sent.address}</Address>.
          </>
        }
      >
        Revisa tu correo
      </Heading>
      <Notices />
      <Facts tight>
        <Fact icon="clock">El link vence en 30 minutos y se usa una sola vez.</Fact>
        <Fact icon="mail">¿No lo ves? Mira en correo no deseado.</Fact>
      </Facts>
      <div className="mt-5">
        <InboxLink {...sent.inbox} />
      </div>
      <Switch>
        ¿No es tu correo? <TextLink href="/recuperar">Usa otro</TextLink>
      </Switch>
    </AuthShell>
  );
}
