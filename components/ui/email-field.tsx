"use client";
import { type ClipboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { meantAddress } from "../client/address-typo";
import { bareAddress } from "../client/bare-address";
import { carriedAddress, carryAddress } from "../client/carried-address";
import { useMessages } from "../client/messages";
import { Field } from "./field";
import { Sentence } from "./sentence";

/** The field `Correo electrónico`; what is typed here goes along to the other ways in. */
export function AddressField({
  autoComplete,
  value,
  readOnly = false,
  last = false,
  tag,
}: {
  autoComplete: "username" | "email";
  value?: string | undefined;
  readOnly?: boolean;
  /** the only field of its form: the phone's key says `Ir` */
  last?: boolean;
  tag?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const { email } = useMessages();
  const [meant, setMeant] = useState<string | null>(null);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    const carried = carriedAddress();
    if (carried && element.value === "" && !element.readOnly) element.value = carried;
    if (!element.readOnly) setMeant(meantAddress(element.value));
    // dropped, filled in from a contact, typed: what is not pasted is cleaned before it is sent
    const clean = () => {
      const address = bareAddress(element.value);
      if (address !== element.value) element.value = address;
    };
    element.addEventListener("change", clean);
    element.form?.addEventListener("submit", clean, true);
    const stop = carryAddress(() => element.value);
    return () => {
      stop();
      element.removeEventListener("change", clean);
      element.form?.removeEventListener("submit", clean, true);
    };
  }, []);
  function take(address: string) {
    if (!input.current) return;
    input.current.value = address;
    input.current.focus();
    setMeant(null);
  }

  return (
    <Field
      ref={input}
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
      onPaste={pasteClean}
      onTyped={(typed) => setMeant(meantAddress(typed))}
      tag={tag}
      below={meant && <Meant address={meant} take={take} />}
    />
  );
}

/** Offers, never insists, and asks no server. */
function Meant({ address, take }: { address: string; take: (address: string) => void }) {
  const button = (
    <button
      type="button"
      onClick={() => take(address)}
      className="tap rounded-sm font-semibold wrap-anywhere text-link underline-offset-3 hover:underline"
    >
      {address}
    </button>
  );
  return (
    <p className="text-small text-muted">
      <Sentence of={useMessages().email.meant} parts={{ address: button }} />
    </p>
  );
}

/** Addresses are copied with what stood around them. */
function pasteClean(event: ClipboardEvent<HTMLInputElement>) {
  const pasted = event.clipboardData.getData("text");
  const clean = bareAddress(pasted);
  if (clean === pasted) return;
  event.preventDefault();
  // the one way to write into a field that undo can take back
  document.execCommand("insertText", false, clean);
}
