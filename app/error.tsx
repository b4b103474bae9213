"use client";
import { AuthShell } from "@/components/auth-shell";
import { buttonClass } from "@/components/button-class";
import { Heading } from "@/components/heading";

/** A fault of ours: calm, without a detail of it. */
export default function ErrorPage() {
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
    </AuthShell>
  );
}
