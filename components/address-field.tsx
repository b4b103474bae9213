"use client";
import { type ClipboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Field } from "./field";
import { carriedAddress, carryAddress } from "./live/carried-address";

/** The field `Correo electrónico`; what is typed here goes along to the other ways in. */
export function AddressField({
  missing,
  autoComplete,
  value,
  readOnly = false,
  last = false,
  tag,
}: {
  missing: string;
  autoComplete: "username" | "email";
  value?: string | undefined;
  readOnly?: boolean;
  /** the only field of its form: the phone's key says `Ir` */
  last?: boolean;
  tag?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    const carried = carriedAddress();
    if (carried && element.value === "" && !element.readOnly) element.value = carried;
    return carryAddress(() => element.value);
  }, []);
  return (
    <Field
      ref={input}
      label="Correo electrónico"
      name="email"
      type="email"
      inputMode="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      placeholder="nombre@empresa.com"
      missing={missing}
      value={value}
      readOnly={readOnly}
      enterKeyHint={last ? "go" : undefined}
      onPaste={pasteClean}
      tag={tag}
    />
  );
}

/** Addresses are copied with what stood around them. */
function pasteClean(event: ClipboardEvent<HTMLInputElement>) {
  const pasted = event.clipboardData.getData("text");
  const clean = pasted
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/\.$/, "");
  if (clean === pasted) return;
  event.preventDefault();
  // the one way to write into a field that undo can take back
  document.execCommand("insertText", false, clean);
}
