import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth-shell";
import { Address } from "@/components/heading";
import { SentNotice } from "@/components/sent-notice";
import { formState } from "@/lib/door/page";
import { sentMail } from "@/lib/door/sent";

const TITLE = "Confirma tu correo";

/** A verification mail is on its way; the same page whether or not the address has an account. */
export default async function RegistrationSentPage() {
  const sent = await sentMail("registration");
  if (!sent) redirect("/registro");
  return (
    <AuthShell title={TITLE} answer={await formState("/registro/enviado")}>
      <SentNotice
        title={TITLE}
        lead={
          <>
            <span>{"Enviamos un correo a "}</span>
            <Address>{sent.address}</Address>
            <span>. Ábrelo para terminar de crear tu cuenta.</span>
          </>
        }
        lives="Vence en 24 horas y se usa una sola vez."
        inbox={sent.inbox}
        again="/registro"
      />
    </AuthShell>
  );
}
