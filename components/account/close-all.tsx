import type { Messages } from "@/lib/messages/catalogue";
import { AskFirst } from "./ask-first";

/** Ends every session, this one too, after a question. */
export function CloseAll({ say, busy }: { say: Messages["account"]["sessions"]; busy: string }) {
  return (
    <AskFirst
      id="cerrar-todas"
      action="/cuenta/sesiones/cerrar-todas"
      submit={say.closeAll}
      busy={busy}
      question={say.question}
      lead={say.questionLead}
      cancel={say.cancel}
      className="narrow:w-full"
      formClass="narrow:w-full"
    />
  );
}
