import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { CodeForm } from "@/components/auth/code-form";
import { ResendForm } from "@/components/auth/resend-form";
import { SentNotice } from "@/components/auth/sent-notice";
import { sentMail } from "@/lib/http/sent-mail";
import { messages } from "@/lib/messages/messages";
import { page } from "../../../page-route";

/** A magic link is on its way; the same page, word for word, whether or not it opens an account. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/login/correo/enviado", async () => {
  const sent = await sentMail("magic-link");
  if (!sent) redirect("/login/correo");
  const { linkSent, sent: words } = messages().pages;
  return (
    <AuthShell title={words.title}>
      <SentNotice
        say={linkSent}
        title={words.title}
        sent={sent}
        resend={<ResendForm address={sent.address} wait={sent.wait} />}
        again="/login/correo"
      >
        <CodeForm />
      </SentNotice>
    </AuthShell>
  );
});
