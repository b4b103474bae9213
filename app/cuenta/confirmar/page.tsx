import { redirect } from "next/navigation";
import { LiveForm } from "@/components/client/live-form";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Icon } from "@/components/ui/icon";
import { Or } from "@/components/ui/links";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { UsernameHint } from "@/components/ui/username-hint";
import { requireUser } from "@/lib/http/current-user";
import { callbackUrlOf, csrfToken, pageMessages } from "@/lib/http/page";
import type { Messages } from "@/lib/messages/catalogue";
import { withQuery } from "@/lib/routes";
import type { WithQuery } from "../../query";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/confirmar";

/** Proving oneself again before a change of ways in: by the password, or by a fresh mail. */
export default async function ConfirmPage({ searchParams }: WithQuery) {
  const callbackUrl = await callbackUrlOf(searchParams);
  const user = await requireUser(withQuery(PAGE, { callbackUrl }));
  if (user.session.reauthenticated) redirect(callbackUrl ?? "/cuenta");

  const { account, ways } = await pageMessages();
  const say = account.confirm;
  const { address, hasPassword } = user;
  const common = { csrfToken: await csrfToken(), callbackUrl };
  return (
    <TaskPage user={user} page={PAGE} title={say.title}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      {hasPassword ? (
        <>
          <PasswordForm address={address} common={common} say={say} />
          <Or>{ways.or}</Or>
        </>
      ) : (
        <p className="mt-5 mb-6">
          <Sentence of={say.byMail} parts={{ address: <Address>{address}</Address> }} />
        </p>
      )}
      <LiveForm action="/api/auth/signin/email">
        <Hidden values={{ ...common, email: address }} />
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
}

type Common = { csrfToken: string; callbackUrl: string | null };

function PasswordForm({
  address,
  common,
  say,
}: {
  address: string;
  common: Common;
  say: Messages["account"]["confirm"];
}) {
  return (
    <LiveForm action="/cuenta/confirmar/contrasena" focusFirst className={formClass}>
      <Hidden values={common} />
      <UsernameHint address={address} />
      <PasswordField />
      <Button busy={say.busy}>{say.submit}</Button>
    </LiveForm>
  );
}
