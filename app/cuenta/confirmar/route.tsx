import { redirect } from "next/navigation";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Icon } from "@/components/ui/icon";
import { Or } from "@/components/ui/links";
import { LiveForm } from "@/components/ui/live-form";
import { PasskeyButton } from "@/components/ui/passkey-button";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { UsernameHint } from "@/components/ui/username-hint";
import { requireUser } from "@/lib/http/current-user";
import { callbackUrlOf } from "@/lib/http/page";
import type { Messages } from "@/lib/messages/catalogue";
import { messages } from "@/lib/messages/messages";
import { withQuery } from "@/lib/routes";
import { page } from "../../page-route";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/confirmar";

/** Proving oneself again before a change of ways in: by a passkey, the password, or a fresh mail. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async ({ query }) => {
  const callbackUrl = callbackUrlOf(query);
  const user = await requireUser(withQuery(PAGE, { callbackUrl }));
  if (user.session.reauthenticated) redirect(callbackUrl ?? "/cuenta");

  const { account, passkeys, ways } = messages();
  const say = account.confirm;
  const { address, hasPassword } = user;
  return (
    <TaskPage user={user} title={say.title}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      {hasPassword ? (
        <>
          <PasswordForm address={address} callbackUrl={callbackUrl} say={say} />
          <Or>{ways.or}</Or>
        </>
      ) : (
        <p className="mt-5 mb-6">
          <Sentence of={say.byMail} parts={{ address: <Address>{address}</Address> }} />
        </p>
      )}
      {user.passkeys > 0 && (
        <PasskeyButton
          ceremony="sign"
          action="/cuenta/confirmar/llave"
          challenge="/cuenta/confirmar/reto"
          callbackUrl={callbackUrl}
          busy={say.busy}
        >
          {passkeys.confirm}
        </PasskeyButton>
      )}
      <LiveForm action="/api/auth/signin/email" className={user.passkeys > 0 ? "mt-3" : ""}>
        <Hidden values={{ callbackUrl, email: address }} />
        <Button
          kind={hasPassword ? "secondary" : "primary"}
          busy={say.sending}
          icon={<Icon name="mail" />}
        >
          {say.sendLink}
        </Button>
      </LiveForm>
    </TaskPage>
  );
});

function PasswordForm({
  address,
  callbackUrl,
  say,
}: {
  address: string;
  callbackUrl: string | null;
  say: Messages["account"]["confirm"];
}) {
  return (
    <LiveForm action="/cuenta/confirmar/contrasena" focusFirst className={formClass}>
      <Hidden values={{ callbackUrl }} />
      <UsernameHint address={address} />
      <PasswordField />
      <Button busy={say.busy}>{say.submit}</Button>
    </LiveForm>
  );
}
