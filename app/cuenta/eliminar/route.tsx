import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, Heading } from "@/components/ui/heading";
import { LiveForm } from "@/components/ui/live-form";
import { Sentence } from "@/components/ui/sentence";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";
import { requireReauthenticatedUser } from "../guard";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/eliminar";

/** The end of an account: what goes, and that it does not come back. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async () => {
  const user = await requireReauthenticatedUser(PAGE);
  const { account } = messages();
  const say = account.removal;
  return (
    <TaskPage user={user} title={say.title}>
      <Heading
        glyph="alert"
        tone="warn"
        lead={<Sentence of={say.lead} parts={{ address: <Address>{user.address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <Facts>
        <Fact icon="leave">{say.leaves}</Fact>
        <Fact icon="key">{say.gone}</Fact>
        <Fact icon="clock">{say.kept}</Fact>
        <Fact icon="mail">{say.mail}</Fact>
      </Facts>
      <LiveForm action="/cuenta/eliminar/confirmar" sentBy="browser" className="mt-6">
        <Button kind="danger" busy={say.busy}>
          {say.submit}
        </Button>
      </LiveForm>
    </TaskPage>
  );
});
