"use client";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "./button";
import { buttonClass } from "./button-class";
import { Hidden } from "./hidden";
import { LiveForm } from "./live/live-form";

const DOOR = "/cuenta/sesiones/cerrar-todas";
const LABEL = "Cerrar todas las sesiones";

/** `Cerrar todas las sesiones` asks first: in a dialog, and without scripts on a page that its door leads to. */
export function CloseAll({ csrfToken }: { csrfToken: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);

  function ask(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    dialog.current?.showModal();
    cancel.current?.focus();
    setAsking(true);
  }

  return (
    <>
      <form method="post" action={DOOR} onSubmit={ask} className="narrow:w-full">
        <Hidden values={{ csrfToken }} />
        <button
          type="submit"
          // behind the dialog it is out of reach; readers should not hear its name twice
          aria-hidden={asking || undefined}
          tabIndex={asking ? -1 : undefined}
          className={`${buttonClass("danger", "small")} narrow:w-full narrow:whitespace-normal`}
        >
          {LABEL}
        </button>
      </form>
      <dialog
        ref={dialog}
        aria-labelledby="cerrar-todas-titulo"
        aria-describedby="cerrar-todas-texto"
        onClose={() => setAsking(false)}
        className="m-auto w-[calc(100%-2.5rem)] max-w-110 rounded-card border border-line bg-surface p-5 text-body shadow-card backdrop:bg-black/55 motion-safe:open:animate-enter sm:p-6"
      >
        <h2 id="cerrar-todas-titulo" className="text-xl leading-7 font-bold tracking-[-0.01em]">
          ¿Cerrar todas las sesiones?
        </h2>
        <p id="cerrar-todas-texto" className="mt-1.5 text-muted">
          Saldrás de Alegra en todos tus dispositivos, también en este.
        </p>
        <div className="mt-5 grid gap-3">
          <SureForm csrfToken={csrfToken} />
          <form method="dialog">
            <button ref={cancel} type="submit" className={buttonClass("secondary")}>
              Cancelar
            </button>
          </form>
        </div>
      </dialog>
    </>
  );
}

/** The form of a person who was asked. */
export function SureForm({ csrfToken }: { csrfToken: string }) {
  return (
    <LiveForm action={DOOR} native>
      <Hidden values={{ csrfToken, sure: "yes" }} />
      <Button kind="danger" busy="Cerrando…">
        {LABEL}
      </Button>
    </LiveForm>
  );
}
