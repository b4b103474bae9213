import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth-shell";
import { Fact, Facts } from "@/components/facts";
import { Address, Heading } from "@/components/heading";
import { InboxLink } from "@/components/inbox-link";
import { Switch, TextLink } from "@/components/links";
import { Notices } from "@/components/notices";
import { formState } from "@/lib/door/page";
import { sentMail } from "@/lib/door/sent";

/** A verification mail is on its way; the same page whether or not the address has an account. */
export default async function RegistrationSentPage() {
  const sent = await sentMail("registration");
  if (!sent) redirect("/registro");
  return (
    <AuthShell title="Confirma tu correo" answer={await formState("/registro/enviado")}>
      <Heading
        envelope
        lead={
          <>
            Enviamos un correo a <Address>{sent.address}</Address>. Ábrelo para terminar de crear tu
            cuenta.
          </>
        }
      >
        Confirma tu correo
      </Heading>
      <Notices />
      <Facts tight>
        <Fact icon="clock">Vence en 24 horas y se usa una sola vez.</Fact>
        <Fact icon="mail">¿No lo ves? Mira en correo no deseado.</Fact>
      </Facts>
      <div className="mt-5">
        <InboxLink {...sent.inbox} />
      </div>
      <Switch>
        ¿No es tu correo? <TextLink href="/registro">Usa otro</TextLink>
      </Switch>
    </AuthShell>
  );
}
