import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Hidden } from "../ui/hidden";
import { LiveForm, Ours } from "../ui/live-form";

/**
 * What cannot be taken back, after a question: here in a dialog (`components/client/dialogs.ts`), on a page of its own where no
 * script runs.
 */
export function AskFirst({
  id,
  action,
  values = {},
  submit,
  busy,
  question,
  lead,
  cancel,
  describedBy,
  className = "",
  formClass = "",
}: {
  /** of the dialog */
  id: string;
  action: string;
  /** hidden fields */
  values?: Record<string, string>;
  /** what both buttons say */
  submit: string;
  busy: string;
  question: string;
  lead: ReactNode;
  cancel: string;
  describedBy?: string;
  className?: string;
  formClass?: string;
}) {
  shown().made.dialogs = true;
  const [title, text] = [`${id}-titulo`, `${id}-texto`];
  return (
    <>
      <form method="post" action={action} data-asks={id} className={formClass}>
        <Ours />
        <Hidden values={values} />
        <Button kind="danger" size="small" describedBy={describedBy} className={className}>
          {submit}
        </Button>
      </form>
      <dialog
        id={id}
        aria-labelledby={title}
        aria-describedby={text}
        className="m-auto max-w-[min(440px,calc(100vw-2.5rem))] rounded-card border border-line bg-surface p-6 text-body shadow-card backdrop:bg-black/50 sm:p-7"
      >
        <h2 id={title} className="text-xl font-bold tracking-tight">
          {question}
        </h2>
        <p id={text} className="mt-1.5 text-fact text-muted">
          {lead}
        </p>
        <LiveForm action={action} sentBy="browser" className="mt-6">
          <Hidden values={{ ...values, confirmed: "yes" }} />
          <Button kind="danger" busy={busy}>
            {submit}
          </Button>
        </LiveForm>
        <form method="dialog" className="mt-3">
          <button type="submit" data-cancel className={buttonClass("secondary")}>
            {cancel}
          </button>
        </form>
      </dialog>
    </>
  );
}
