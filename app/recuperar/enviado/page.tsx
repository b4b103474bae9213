import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { SentNotice } from "@/components/auth/sent-notice";
import { Address } from "@/components/ui/heading";
import { formState } from "@/lib/http/page";
import { sentMail } from "@/lib/http/sent-mail";

const TITLE = "Revisa tu correo";

/** The instructions are on their way; the same page whether or not the address has an account. */
export default async function ResetSentPage() {
  const sent = await sentMail("reset");
  if (!sent) redirect("/recuperar");
  return (
    <AuthShell title={TITLE} answer={await formState("/recuperar/enviado")}>
      <SentNotice
        title={TITLE}
        lead={
          <>
            <span>{"Enviamos las instrucciones a "}</span>
            <Address>{sent.address}</Address>
            <span>.</span>
          </>
        }
        lives="El link vence en 30 minutos y se usa una sola vez."
        inbox={sent.inbox}
        again="/recuperar"
      />
    </AuthShell>
  );
}
