import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { Fact, Facts } from "@/components/ui/facts";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { LiveForm } from "@/components/ui/live-form";
import { Sentence } from "@/components/ui/sentence";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";
import { requireReauthenticatedUser } from "../guard";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/correo";

/** Another address for one's account. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async () => {
  const user = await requireReauthenticatedUser(PAGE);
  const { account } = messages();
  const say = account.email;
  return (
    <TaskPage user={user} title={say.title}>
      <Heading
        lead={<Sentence of={say.lead} parts={{ address: <Address>{user.address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <LiveForm action="/cuenta/correo/enviar" focusFirst className={formClass}>
        <AddressField autoComplete="email" last />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Facts>
        <Fact icon="mail">{say.confirm}</Fact>
        <Fact icon="shield">{say.undo}</Fact>
      </Facts>
    </TaskPage>
  );
});
