import type { ReactNode } from "react";
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

const PAGE = "/cuenta/proteger";

/** What to do about a stranger in one's account: who is in is put out first, then the way in is closed. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async () => {
  const user = await requireUser(PAGE);
  const { account } = messages();
  const say = account.protect;
  return (
    <TaskPage user={user} title={say.title}>
      <Heading glyph="shield" lead={say.lead}>
        {say.title}
      </Heading>
      <Banners />
      <ol className="mt-6 grid gap-6 [counter-reset:step]">
        <Step title={say.closeOthers} lead={say.closeOthersLead}>
          <LiveForm action="/cuenta/sesiones/cerrar-demas" sentBy="browser">
            <Hidden values={{ callbackUrl: PAGE }} />
            <Button
              kind="secondary"
              size="small"
              busy={account.closing}
              className="narrow:whitespace-normal"
            >
              {say.closeOthersSubmit}
            </Button>
          </LiveForm>
        </Step>
        {user.hasPassword && (
          <Step title={say.password} lead={say.passwordLead}>
            <a
              href="/cuenta/contrasena"
              className={`${buttonClass("secondary", "small")} narrow:whitespace-normal`}
            >
              {say.passwordLink}
            </a>
          </Step>
        )}
        <Step title={say.mailbox} lead={say.mailboxLead} />
      </ol>
    </TaskPage>
  );
});

function Step({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 [counter-increment:step] before:grid before:size-8 before:place-items-center before:rounded-full before:bg-brand-soft before:text-label before:text-brand-ink before:content-[counter(step)]">
      <div>
        <h2 className="text-h2 leading-8">{title}</h2>
        <p className="text-fact text-muted">{lead}</p>
        {children && <div className="mt-3 flex">{children}</div>}
      </div>
    </li>
  );
}
