import { LiveForm } from "@/components/client/live-form";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { Fact, Facts } from "@/components/ui/facts";
import { formClass } from "@/components/ui/form-class";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Sentence } from "@/components/ui/sentence";
import { csrfToken, pageMessages } from "@/lib/http/page";
import { requireReauthenticatedUser } from "../guard";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/correo";

/** Another address for one's account. */
export default async function OwnEmailPage() {
  const user = await requireReauthenticatedUser(PAGE);
  const { account } = await pageMessages();
  const say = account.email;
  return (
    <TaskPage user={user} page={PAGE} title={say.title}>
      <Heading
        lead={<Sentence of={say.lead} parts={{ address: <Address>{user.address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <LiveForm action="/cuenta/correo/enviar" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: await csrfToken() }} />
        <AddressField autoComplete="email" last />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Facts>
        <Fact icon="mail">{say.confirm}</Fact>
        <Fact icon="shield">{say.undo}</Fact>
      </Facts>
    </TaskPage>
  );
}
