import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLinkToPage } from "@/components/auth/dead-link";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LiveForm } from "@/components/ui/live-form";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { TokenStripper } from "@/components/ui/token-stripper";
import { UsernameHint } from "@/components/ui/username-hint";
import { currentUser } from "@/lib/http/current-user";
import { peekLink } from "@/lib/http/peek-link";
import type { Messages } from "@/lib/messages/catalogue";
import type { DeadState } from "@/lib/messages/dead-links";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";
import { tokenOf } from "../../query";

/** Where the verification mail lands; confirming makes the account and signs in. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/registro/verificar", async ({ query }) => {
  const link = await peekLink(tokenOf(query), "registration");

  const { deadLinks, pages } = messages();
  const say = pages.verify;

  if (link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
    const said = deadLinks.registration[link.state];
    return (
      <AuthShell title={said.title}>
        <DeadLinkToPage
          {...said}
          say={pages.deadLink}
          state={link.state}
          {...waysFrom(link.state, pages.deadLink)}
        />
        <TokenStripper />
      </AuthShell>
    );
  }
  return (
    <AuthShell title={say.title}>
      <Heading
        glyph="mail"
        lead={<Sentence of={say.lead} parts={{ address: <Address>{link.address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <LiveForm action="/registro/verificar/confirmar" className={formClass}>
        <Hidden values={{ token: link.token }} />
        {!link.sameBrowser && (
          <>
            <UsernameHint address={link.address} />
            <PasswordField fresh again required={false} note={say.mayStayEmpty} />
          </>
        )}
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <TokenStripper />
    </AuthShell>
  );
});

/** Whose address was confirmed already has an account to sign in to. */
function waysFrom(state: DeadState, say: Messages["pages"]["deadLink"]) {
  const register = { href: "/registro", text: say.register };
  const confirmed = state === "used" || state === "ended";
  return confirmed
    ? { next: { href: "/login", text: say.signIn }, other: register }
    : { next: register };
}
