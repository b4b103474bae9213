import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { FieldLine } from "@/components/ui/field-frame";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { LiveForm } from "@/components/ui/live-form";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { UsernameHint } from "@/components/ui/username-hint";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";
import { requireReauthenticatedUser } from "../guard";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/contrasena";

export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async () => {
  const user = await requireReauthenticatedUser(PAGE);
  const { account, pages } = messages();
  const say = pages.newPassword;
  const title = user.hasPassword ? account.ownPassword.change : account.ownPassword.create;
  return (
    <TaskPage user={user} title={title}>
      <Heading
        lead={<Sentence of={say.lead} parts={{ address: <Address>{user.address}</Address> }} />}
      >
        {title}
      </Heading>
      <Banners />
      <LiveForm action="/cuenta/contrasena/guardar" focusFirst className={formClass}>
        <UsernameHint address={user.address} />
        <PasswordField fresh again />
        <FieldLine kind="hint" icon="shield">
          {say.effect}
        </FieldLine>
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
    </TaskPage>
  );
});
