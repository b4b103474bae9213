import { redirect } from "next/navigation";
import { InboxLink } from "@/components/auth/inbox-link";
import { ResendForm } from "@/components/auth/resend-form";
import { WindowFull } from "@/components/auth/window-full";
import { Banners } from "@/components/ui/banners";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, Heading } from "@/components/ui/heading";
import { Switch, TextLink } from "@/components/ui/links";
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
  const { account, pages } = messages();
  const say = account.emailSent;
  return (
    <TaskPage user={user} title={say.title}>
      <Heading
        envelope
        lead={<Sentence of={say.lead} parts={{ address: <Address>{sent.address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners>
        {sent.wait?.reason === "window" && <WindowFull say={say.full} until={sent.wait.at} />}
      </Banners>
      <Facts tight>
        <Fact icon="clock">{say.lives}</Fact>
        <Fact icon="mail">{pages.sent.notThere}</Fact>
        <Fact icon="shield">
          <Sentence of={say.until} parts={{ address: <Address>{user.address}</Address> }} />
        </Fact>
      </Facts>
      <div className="mt-5 grid gap-3 short:gap-2.5">
        {sent.inbox.known && <InboxLink say={pages.sent} inbox={sent.inbox} />}
        <ResendForm
          action="/cuenta/correo/enviar"
          submit={say.again}
          address={sent.address}
          wait={sent.wait}
        />
        {!sent.inbox.known && <InboxLink say={pages.sent} inbox={sent.inbox} />}
      </div>
      <Switch>
        <Sentence
          of={pages.sent.notYours}
          parts={{ another: <TextLink href="/cuenta/correo">{pages.sent.another}</TextLink> }}
        />
      </Switch>
    </TaskPage>
  );
});
