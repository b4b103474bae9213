import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { CodeForm } from "@/components/auth/code-form";
import { InboxLink } from "@/components/auth/inbox-link";
import { ResendForm } from "@/components/auth/resend-form";
import { WindowFull } from "@/components/auth/window-full";
import { Banners } from "@/components/ui/banners";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, Heading } from "@/components/ui/heading";
import { Switch, TextLink } from "@/components/ui/links";
import { Sentence } from "@/components/ui/sentence";
import { sentMail } from "@/lib/http/sent-mail";
import { messages } from "@/lib/messages/messages";
import { page } from "../../../page-route";

/** A magic link is on its way; the same page, word for word, whether or not it opens an account. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/login/correo/enviado", async () => {
  const sent = await sentMail("magic-link");
  if (!sent) redirect("/login/correo");
  const { pages } = messages();
  const say = pages.linkSent;
  return (
    <AuthShell title={pages.sent.title}>
      <Heading
        envelope
        lead={<Sentence of={say.lead} parts={{ address: <Address>{sent.address}</Address> }} />}
      >
        {pages.sent.title}
      </Heading>
      <Banners>
        {sent.wait?.reason === "window" && <WindowFull say={say.full} until={sent.wait.at} />}
      </Banners>
      <Facts tight>
        <Fact icon="clock">{say.lives}</Fact>
        <Fact icon="mail">{pages.sent.notThere}</Fact>
      </Facts>
      <div className="mt-5 grid gap-3 short:gap-2.5 laptop:mt-4 laptop:grid-cols-2 laptop:items-start">
        {sent.inbox.known && <InboxLink say={pages.sent} inbox={sent.inbox} />}
        <ResendForm address={sent.address} wait={sent.wait} />
        {!sent.inbox.known && <InboxLink say={pages.sent} inbox={sent.inbox} />}
      </div>
      <CodeForm />
      <Switch>
        <Sentence
          of={pages.sent.notYours}
          parts={{ another: <TextLink href="/login/correo">{pages.sent.another}</TextLink> }}
        />
      </Switch>
    </AuthShell>
  );
});
