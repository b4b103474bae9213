import { shown } from "@/lib/http/shown";
import type { Messages } from "@/lib/messages/catalogue";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Hidden } from "../ui/hidden";
import { LiveForm, Ours } from "../ui/live-form";

const ACTION = "/cuenta/sesiones/cerrar-todas";
const [DIALOG, TITLE, LEAD] = ["cerrar-todas", "cerrar-todas-titulo", "cerrar-todas-texto"];

/**
 * Ends every session, this one too, after a question: here in a dialog (`components/client/dialogs.ts`), on a page of its own
 * where no script runs.
 */
export function CloseAll({ say, busy }: { say: Messages["account"]["sessions"]; busy: string }) {
  shown().made.dialogs = true;
  return (
    <>
      <form method="post" action={ACTION} data-asks={DIALOG} className="narrow:w-full">
        <Ours />
        <Button kind="danger" size="small" className="narrow:w-full">
          {say.closeAll}
        </Button>
      </form>
      <dialog
        id={DIALOG}
        aria-labelledby={TITLE}
        aria-describedby={LEAD}
        className="m-auto max-w-[min(440px,calc(100vw-2.5rem))] rounded-card border border-line bg-surface p-6 text-body shadow-card backdrop:bg-black/50 sm:p-7"
      >
        <h2 id={TITLE} className="text-xl font-bold tracking-tight">
          {say.question}
        </h2>
        <p id={LEAD} className="mt-1.5 text-fact text-muted">
          {say.questionLead}
        </p>
        <LiveForm action={ACTION} sentBy="browser" className="mt-6">
          <Hidden values={{ confirmed: "yes" }} />
          <Button kind="danger" busy={busy}>
            {say.closeAll}
          </Button>
        </LiveForm>
        <form method="dialog" className="mt-3">
          <button type="submit" data-cancel className={buttonClass("secondary")}>
            {say.cancel}
          </button>
        </form>
      </dialog>
    </>
  );
}
