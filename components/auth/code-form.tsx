"use client";
import type { ClipboardEvent } from "react";
import { limits } from "@/lib/config/limits";
import { LiveForm } from "../client/live-form";
import { useMessages } from "../client/messages";
import { Button } from "../ui/button";
import { inputClass, Label, Under, useField } from "../ui/field-frame";
import { Hidden } from "../ui/hidden";

/** The six digits of the mail, typed where the link was asked for. */
export function CodeForm({ csrfToken }: { csrfToken: string }) {
  const { code } = useMessages();
  const field = useField("code", code.missing);
  return (
    <LiveForm
      action="/api/auth/callback/email"
      labelledBy="otro-dispositivo"
      className="mt-5 grid border-t border-line pt-4 laptop:mt-3 laptop:pt-3"
    >
      <Hidden values={{ csrfToken }} />
      <p id="otro-dispositivo" className="mb-2 text-small text-muted">
        {code.lead}
      </p>
      <Label htmlFor="code">{code.label}</Label>
      <div className="mt-1.5 flex flex-wrap gap-2 min-[400px]:gap-2.5">
        <input
          {...field.attributes}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          required
          onPaste={pasteDigits}
          className={`${inputClass} w-31! min-w-0 flex-[1000_1_124px] px-3! text-xl! font-medium tracking-[0.16em] tabular-nums min-[400px]:px-3.5! min-[400px]:tracking-[0.24em]`}
        />
        <Button
          kind="secondary"
          busy={code.busy}
          className="w-auto! flex-[1_0_auto] px-3! min-[400px]:px-4.5!"
        >
          {code.submit}
        </Button>
      </div>
      <Under field={field} className="mt-1.5" />
    </LiveForm>
  );
}

/** A pasted code may bring spaces, a dash, or the sentence around it. */
function pasteDigits(event: ClipboardEvent<HTMLInputElement>) {
  const pasted = event.clipboardData.getData("text");
  const digits = pasted.normalize("NFKC").replace(/\P{Nd}/gu, "");
  if (digits === pasted || [...digits].length !== limits.codeDigits) return;
  event.preventDefault();
  document.execCommand("insertText", false, digits);
}
