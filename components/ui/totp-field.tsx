import { limits } from "@/lib/config/limits";
import { messages } from "@/lib/messages/messages";
import { Field } from "./field";

/** The six digits that an authenticator app shows. */
export function TotpField() {
  return (
    <Field
      name="code"
      label={messages().secondStep.label}
      missing={messages().replies.codeMalformed}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="go"
      digits={limits.totpDigits}
    />
  );
}
