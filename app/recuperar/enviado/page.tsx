import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { SentNotice } from "@/components/auth/sent-notice";
import { Address } from "@/components/ui/heading";
import { Sentence } from "@/components/ui/sentence";
import { formState, pageMessages } from "@/lib/http/page";
import { sentMail } from "@/lib/http/sent-mail";

/** The instructions are on their way; the same page whether or not the address has an account. */
export default async function ResetSentPage() {
  const sent = await sentMail("reset");
  if (!sent) redirect("/recuperar");
  const { pages } = await pageMessages();
  const say = pages.resetSent;
  return (
    <AuthShell title={pages.sent.title} answer={await formState("/recuperar/enviado")}>
      <SentNotice
        say={pages.sent}
        title={pages.sent.title}
        lead={<Sentence of={say.lead} parts={{ address: <Address>{sent.address}</Address> }} />}
        lives={say.lives}
        inbox={sent.inbox}
        again="/recuperar"
      />
    </AuthShell>
  );
}
