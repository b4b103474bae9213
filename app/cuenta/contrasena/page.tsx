import { LiveForm } from "@/components/client/live-form";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { FieldLine } from "@/components/ui/field-frame";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { UsernameHint } from "@/components/ui/username-hint";
import { csrfToken, pageMessages } from "@/lib/http/page";
import { requireReauthenticatedUser } from "../guard";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/contrasena";

export default async function OwnPasswordPage() {
  const user = await requireReauthenticatedUser(PAGE);
  const { account, pages } = await pageMessages();
  const say = pages.newPassword;
  const title = user.hasPassword ? account.ownPassword.change : account.ownPassword.create;
  return (
    <TaskPage user={user} page={PAGE} title={title}>
      <Heading
        lead={<Sentence of={say.lead} parts={{ address: <Address>{user.address}</Address> }} />}
      >
        {title}
      </Heading>
      <Banners />
      <LiveForm action="/cuenta/contrasena/guardar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <UsernameHint address={user.address} />
        <PasswordField fresh again />
        <FieldLine kind="hint" icon="shield">
          {say.effect}
        </FieldLine>
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
    </TaskPage>
  );
}
