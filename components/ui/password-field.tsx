import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { NewPasswordHint } from "../auth/new-password-hint";
import { FieldLine, fieldOf, inputClass, Label, Under } from "./field-frame";
import { Icon } from "./icon";

/**
 * A password: shown on demand once scripts run, hidden again when it is sent (`components/client/password-fields.ts`).
 * @param fresh one to be chosen: its rule stands under it
 * @param again another than the one that there is: it is called a new one
 * @param aside a link that stands beside the label, but after the field for the keyboard
 */
export function PasswordField({
  fresh = false,
  again = false,
  required = true,
  note,
  aside,
}: {
  fresh?: boolean;
  again?: boolean;
  required?: boolean;
  /** a second sentence under the field */
  note?: string | undefined;
  aside?: ReactNode;
}) {
  const hintId = fresh ? "password-hint" : undefined;
  const { password } = messages().screen;
  shown().made.fields = true;
  const field = fieldOf("password", required ? password.missing : undefined, hintId);
  return (
    // a button stands off its hint, as far as a low window has room for
    <div
      className={`@container grid min-w-0 ${fresh ? "[&:has(+button)]:pb-2.5 [@media(max-height:42rem)_and_(min-width:80rem)]:[&:has(+button)]:pb-0.5" : ""}`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5 @min-[18rem]:grid-cols-[minmax(min-content,1fr)_minmax(0,auto)]">
        <div className="row-start-1 grid">
          <Label htmlFor="password">{again ? password.newLabel : password.label}</Label>
        </div>
        <div className="relative row-start-2 @min-[18rem]:col-span-full">
          <input
            {...field.attributes}
            type="password"
            autoComplete={fresh ? "new-password" : "current-password"}
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            required={required}
            className={`${inputClass} pr-13`}
          />
          <Eye />
        </div>
        {aside && (
          <span className="leading-5 @min-[18rem]:col-start-2 @min-[18rem]:row-start-1 @min-[18rem]:text-right">
            {aside}
          </span>
        )}
        <Under field={field} className={`col-span-full ${fresh ? "min-h-10 laptop:min-h-5" : ""}`}>
          <div role="status" data-caps />
          <template id="t-caps">
            <FieldLine kind="caps" icon="caps">
              {password.caps}
            </FieldLine>
          </template>
          {hintId && <NewPasswordHint id={hintId} note={note} />}
        </Under>
      </div>
    </div>
  );
}

function Eye() {
  const { password } = messages().screen;
  return (
    <button
      type="button"
      hidden
      data-eye
      aria-pressed="false"
      className="group/eye absolute top-0.5 right-0.5 grid size-11 place-items-center rounded-lg text-muted hover:bg-raised hover:text-ink"
    >
      <Icon name="eye" className="group-aria-pressed/eye:hidden" />
      <Icon name="eyeOff" className="hidden group-aria-pressed/eye:block" />
      {/* a text, not a label: the field alone is labelled `Contraseña` */}
      <span className="sr-only group-aria-pressed/eye:hidden">{password.show}</span>
      <span className="sr-only hidden group-aria-pressed/eye:block">{password.hide}</span>
    </button>
  );
}
