import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { SentNotice } from "@/components/auth/sent-notice";
import { Address } from "@/components/ui/heading";
import { formState } from "@/lib/http/page";
import { sentMail } from "@/lib/http/sent-mail";

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
