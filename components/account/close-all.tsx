"use client";
import { type SubmitEvent, useId, useRef, useState } from "react";
import type { Messages } from "@/lib/messages/catalogue";
import { LiveForm } from "../client/live-form";
import { PersonField } from "../client/shown-to";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Hidden } from "../ui/hidden";

const ACTION = "/cuenta/sesiones/cerrar-todas";

/** Ends every session, this one too, after a question: here in a dialog, on a page of its own where no script runs. */
export function CloseAll({
  say,
  busy,
  csrfToken,
}: {
  say: Pick<Messages["account"]["sessions"], "closeAll" | "question" | "questionLead" | "cancel">;
  busy: string;
  csrfToken: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [titleId, leadId] = [useId(), useId()];

  function ask(event: SubmitEvent<HTMLFormElement>) {
    if (!dialog.current) return;
    event.preventDefault();
    dialog.current.showModal();
    // what does no harm, for who presses Enter twice
    cancel.current?.focus();
    setAsking(true);
  }

  return (
    <>
      <form
        method="post"
        action={ACTION}
        onSubmit={ask}
        // also for readers that look past a dialog
        aria-hidden={asking || undefined}
        className="narrow:w-full"
      >
        <PersonField />
        <Hidden values={{ csrfToken }} />
        <Button kind="danger" size="small" className="narrow:w-full">
          {say.closeAll}
        </Button>
      </form>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        aria-describedby={leadId}
        onClose={() => setAsking(false)}
        className="m-auto max-w-[min(440px,calc(100vw-2.5rem))] rounded-card border border-line bg-surface p-6 text-body shadow-card backdrop:bg-black/50 sm:p-7"
      >
        <h2 id={titleId} className="text-xl font-bold tracking-tight">
          {say.question}
        </h2>
        <p id={leadId} className="mt-1.5 text-fact text-muted">
          {say.questionLead}
        </p>
        <LiveForm action={ACTION} sentBy="browser" className="mt-6">
          <Hidden values={{ csrfToken, confirmed: "yes" }} />
          <Button kind="danger" busy={busy}>
            {say.closeAll}
          </Button>
        </LiveForm>
        <form method="dialog" className="mt-3">
          <button ref={cancel} type="submit" className={buttonClass("secondary")}>
            {say.cancel}
          </button>
        </form>
      </dialog>
    </>
  );
}
