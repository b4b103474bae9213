import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth-shell";
import { Address } from "@/components/heading";
import { SentNotice } from "@/components/sent-notice";
import { formState } from "@/lib/door/page";
import { sentMail } from "@/lib/door/sent";

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
