"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { NewPasswordHint } from "../auth/new-password-hint";
import { useAlive } from "../client/alive";
import { useMessages } from "../client/messages";
import { FieldLine, inputClass, Label, Under, useField } from "./field-frame";
import { Icon } from "./icon";

/**
 * A password: shown on demand once scripts run, hidden again when it is sent.
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
  note?: string;
  aside?: ReactNode;
}) {
  const hintId = fresh ? "password-hint" : undefined;
  const { password } = useMessages();
  const field = useField("password", required ? password.missing : undefined, hintId);
  const input = useRef<HTMLInputElement>(null);
  const alive = useAlive();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const [typed, setTyped] = useState("");

  useEffect(() => {
    const element = input.current;
    const form = element?.form;
    // typed, or filled in by the browser, before scripts ran
    setTyped(element?.value ?? "");
    const hide = () => setShown(false);
    form?.addEventListener("submit", hide);
    return () => form?.removeEventListener("submit", hide);
  }, []);

  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState("CapsLock"));
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
            ref={input}
            type={shown ? "text" : "password"}
            autoComplete={fresh ? "new-password" : "current-password"}
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            required={required}
            onInput={(event) => {
              field.attributes.onInput();
              setTyped(event.currentTarget.value);
            }}
            onKeyDown={watchCaps}
            onKeyUp={watchCaps}
            onBlur={() => setCaps(false)}
            className={`${inputClass} pr-13`}
          />
          {alive && <Eye shown={shown} toggle={() => turn(input.current, setShown)} />}
        </div>
        {aside && (
          <span className="leading-5 @min-[18rem]:col-start-2 @min-[18rem]:row-start-1 @min-[18rem]:text-right">
            {aside}
          </span>
        )}
        <Under field={field} className={`col-span-full ${fresh ? "min-h-10 laptop:min-h-5" : ""}`}>
          <div role="status">
            {caps && (
              <FieldLine kind="caps" icon="caps">
                {password.caps}
              </FieldLine>
            )}
          </div>
          {hintId && field.error === undefined && (
            <NewPasswordHint id={hintId} typed={typed} note={note} />
          )}
        </Under>
      </div>
    </div>
  );
}

function Eye({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  const { password } = useMessages();
  return (
    <button
      type="button"
      aria-pressed={shown}
      onPointerDown={(event) => event.preventDefault()}
      onClick={toggle}
      className="absolute top-0.5 right-0.5 grid size-11 place-items-center rounded-lg text-muted hover:bg-raised hover:text-ink"
    >
      <Icon name={shown ? "eyeOff" : "eye"} />
      {/* a text, not a label: the field alone is labelled `Contraseña` */}
      <span className="sr-only">{shown ? password.hide : password.show}</span>
    </button>
  );
}

/** Browsers move the caret to an end when a field changes its type. */
function turn(input: HTMLInputElement | null, setShown: (next: (was: boolean) => boolean) => void) {
  if (!input) return;
  const { selectionStart, selectionEnd, scrollLeft } = input;
  setShown((was) => !was);
  requestAnimationFrame(() => {
    input.setSelectionRange(selectionStart, selectionEnd);
    input.scrollLeft = scrollLeft;
  });
}
