import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { SentNotice } from "@/components/auth/sent-notice";
import { sentMail } from "@/lib/http/sent-mail";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";

/** The instructions are on their way; the same page whether or not the address has an account. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/recuperar/enviado", async () => {
  const sent = await sentMail("reset");
  if (!sent) redirect("/recuperar");
  const { pages } = messages();
  const say = pages.resetSent;
  return (
    <AuthShell title={pages.sent.title}>
      <SentNotice say={say} title={pages.sent.title} sent={sent} again="/recuperar" />
    </AuthShell>
  );
});
