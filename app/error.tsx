"use client";
import { useSyncExternalStore } from "react";
import { AuthShell } from "@/components/auth/auth-shell";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";

const never = () => () => undefined;
const ofThisPage = () => document.documentElement.dataset.request;

/** A fault of ours: calm, without a detail of it but the id under which the log has it. */
export default function ErrorPage() {
  const request = useSyncExternalStore(never, ofThisPage, () => undefined);
  return (
    <AuthShell title="Algo no salió bien">
      <Heading
        glyph="cloud"
        tone="warn"
        lead="Tuvimos un problema de nuestro lado. Tus datos están a salvo."
      >
        Algo no salió bien
      </Heading>
      <div className="mt-6 grid gap-3">
        <button type="button" onClick={() => location.reload()} className={buttonClass("primary")}>
          Intentar de nuevo
        </button>
        <a href="/" className={buttonClass("secondary")}>
          Ir al inicio
        </a>
      </div>
      {request && (
        <p className="mt-6 text-note text-muted">
          <span>{"Si nos escribes, dinos este código: "}</span>
          <code className="select-all">{request}</code>
        </p>
      )}
    </AuthShell>
  );
}
