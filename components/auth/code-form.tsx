import { limits } from "@/lib/config/limits";
import { messages } from "@/lib/messages/messages";
import { Button } from "../ui/button";
import { fieldOf, inputClass, Label, Under } from "../ui/field-frame";
import { LiveForm } from "../ui/live-form";

/** The six digits of the mail, typed where the link was asked for. */
export function CodeForm() {
  const { code } = messages().screen;
  const field = fieldOf("code", code.missing);
  return (
    <LiveForm
      action="/api/auth/callback/email"
      labelledBy="otro-dispositivo"
      className="mt-5 grid border-t border-line pt-4 laptop:mt-3 laptop:pt-3"
    >
      <p id="otro-dispositivo" className="mb-2 text-small text-muted">
        {code.lead}
      </p>
      <Label htmlFor="code">{code.label}</Label>
      <div className="mt-1.5 flex flex-wrap gap-2 min-[400px]:gap-2.5">
        <input
          {...field.attributes}
          type="text"
          inputMode="numeric"
          {...field.autoComplete("one-time-code")}
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          required
          data-digits={limits.codeDigits}
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
