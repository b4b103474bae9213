import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LiveForm } from "@/components/ui/live-form";
import { requireUser } from "@/lib/http/current-user";
import { messages } from "@/lib/messages/messages";
import { page } from "../../page-route";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/sesiones";

/** Asks before all sessions end, where no script could. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async () => {
  const user = await requireUser(PAGE);
  const { account } = messages();
  const say = account.sessions;
  return (
    <TaskPage user={user} title={say.question}>
      <Heading glyph="alert" tone="warn" lead={say.questionLead}>
        {say.question}
      </Heading>
      <Banners />
      <LiveForm action="/cuenta/sesiones/cerrar-todas" sentBy="browser" className="mt-6">
        <Hidden values={{ confirmed: "yes" }} />
        <Button kind="danger" busy={account.closing}>
          {say.closeAll}
        </Button>
      </LiveForm>
      <a href="/cuenta#sesiones" className={`mt-3 ${buttonClass("secondary")}`}>
        {say.cancel}
      </a>
    </TaskPage>
  );
});
