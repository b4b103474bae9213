import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink } from "@/components/auth/dead-link";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { FieldLine } from "@/components/ui/field-frame";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LiveForm } from "@/components/ui/live-form";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { TokenStripper } from "@/components/ui/token-stripper";
import { UsernameHint } from "@/components/ui/username-hint";
import { peekLink } from "@/lib/http/peek-link";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";
import { tokenOf } from "../../query";

/** Where the mail for a forgotten password lands. */
export const { GET, POST, PUT, PATCH, DELETE } = page(
  "/recuperar/nueva",
  async ({ query, shown }) => {
    const link = await peekLink(tokenOf(query), "reset");
    const { deadLinks, pages } = messages();
    const say = pages.newPassword;

    if (link.state !== "valid") {
      const said = deadLinks.reset[link.state];
      return (
        <AuthShell title={said.title}>
          <DeadLink
            {...said}
            say={pages.deadLink}
            state={link.state}
            action="/recuperar/enviar"
            button={pages.deadLink.instructions}
            address={shown.answer.values.email ?? link.address}
          />
          <TokenStripper />
        </AuthShell>
      );
    }
    return (
      <AuthShell title={say.title}>
        <Heading
          glyph="key"
          lead={<Sentence of={say.lead} parts={{ address: <Address>{link.address}</Address> }} />}
        >
          {say.title}
        </Heading>
        <Banners />
        <LiveForm action="/recuperar/nueva/guardar" focusFirst className={formClass}>
          <Hidden values={{ token: link.token }} />
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
  },
);
