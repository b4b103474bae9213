import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { Field } from "./field";
import { Sentence } from "./sentence";

/** The field `Correo electrónico`; what is typed here goes along to the other ways in (`components/client/email-fields.ts`). */
export function AddressField({
  autoComplete,
  value,
  readOnly = false,
  last = false,
  tag,
}: {
  /** `webauthn` comes last (WebAuthn L3 §5.1.4) */
  autoComplete: "username" | "username webauthn" | "email";
  value?: string | undefined;
  readOnly?: boolean;
  /** the only field of its form: the phone's key says `Ir` */
  last?: boolean;
  tag?: ReactNode;
}) {
  const { email } = messages().screen;
  shown().made.fields = true;
  return (
    <Field
      label={email.label}
      name="email"
      // HTML's own check of an address is stricter than mail is (josé@ejemplo.com): the server's counts
      type="text"
      inputMode="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      placeholder={email.example}
      missing={email.missing}
      value={value}
      readOnly={readOnly}
      enterKeyHint={last ? "go" : undefined}
      tag={tag}
      below={<Meant />}
    />
  );
}

/** Offers, never insists, and asks no server. */
function Meant() {
  const button = (
    <button
      type="button"
      className="tap rounded-sm font-semibold wrap-anywhere text-link underline-offset-3 hover:underline"
    />
  );
  return (
    <p hidden data-meant className="text-small text-muted">
      <Sentence of={messages().screen.email.meant} parts={{ address: button }} />
    </p>
  );
}
