import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink } from "@/components/auth/dead-link";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { FieldLine } from "@/components/ui/field-frame";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { UsernameHint } from "@/components/ui/username-hint";
import { csrfToken, formState, pageMessages } from "@/lib/http/page";
import { peekLink } from "@/lib/http/peek-link";
import { tokenOf, type WithQuery } from "../../query";

/** Where the mail for a forgotten password lands. */
export default async function NewPasswordPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const answer = await formState("/recuperar/nueva", query.error);
  const link = await peekLink(tokenOf(query), "reset");
  const { deadLinks, pages } = await pageMessages();
  const say = pages.newPassword;
  const csrf = await csrfToken();

  if (link.state !== "valid") {
    const said = deadLinks.reset[link.state];
    return (
      <AuthShell title={said.title} answer={answer}>
        <DeadLink
          {...said}
          say={pages.deadLink}
          state={link.state}
          action="/recuperar/enviar"
          button={pages.deadLink.instructions}
          csrfToken={csrf}
          address={answer.values.email ?? link.address}
        />
        <TokenStripper />
      </AuthShell>
    );
  }
  return (
    <AuthShell title={say.title} answer={answer}>
      <Heading
        glyph="key"
        lead={<Sentence of={say.lead} parts={{ address: <Address>{link.address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <LiveForm action="/recuperar/nueva/guardar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: csrf, token: link.token }} />
        <UsernameHint address={link.address} />
        <PasswordField fresh again />
        <FieldLine kind="hint" icon="shield">
          {say.effect}
        </FieldLine>
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <TokenStripper />
    </AuthShell>
  );
}
