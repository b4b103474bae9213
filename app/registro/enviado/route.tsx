import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { SentNotice } from "@/components/auth/sent-notice";
import { sentMail } from "@/lib/http/sent-mail";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";

/** A verification mail is on its way; the same page whether or not the address has an account. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/registro/enviado", async () => {
  const sent = await sentMail("registration");
  if (!sent) redirect("/registro");
  const say = messages().pages.registrationSent;
  return (
    <AuthShell title={say.title}>
      <SentNotice say={say} title={say.title} sent={sent} again="/registro" />
    </AuthShell>
  );
});
