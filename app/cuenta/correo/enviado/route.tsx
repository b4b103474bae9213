import { redirect } from "next/navigation";
import { ResendForm } from "@/components/auth/resend-form";
import { SentNotice } from "@/components/auth/sent-notice";
import { Fact } from "@/components/ui/facts";
import { Address } from "@/components/ui/heading";
import { Sentence } from "@/components/ui/sentence";
import { requireUser } from "@/lib/http/current-user";
import { sentMail } from "@/lib/http/sent-mail";
import { messages } from "@/lib/messages/messages";
import { page } from "../../../page-route";
import { TaskPage } from "../../task-page";

const PAGE = "/cuenta/correo/enviado";

/** A link is on its way to the new address; the same page whether or not that one has an account. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async () => {
  const user = await requireUser("/cuenta/correo");
  const sent = await sentMail("email-change", user.id);
  if (!sent) redirect("/cuenta/correo");
  const say = messages().account.emailSent;
  const { address, wait } = sent;
  return (
    <TaskPage user={user} title={say.title}>
      <SentNotice
        say={say}
        title={say.title}
        sent={sent}
        fact={
          <Fact icon="shield">
            <Sentence of={say.until} parts={{ address: <Address>{user.address}</Address> }} />
          </Fact>
        }
        resend={
          <ResendForm
            action="/cuenta/correo/enviar"
            submit={say.again}
            address={address}
            wait={wait}
          />
        }
        again="/cuenta/correo"
      />
    </TaskPage>
  );
});
