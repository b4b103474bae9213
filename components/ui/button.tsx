"use client";
import { type ReactNode, useId } from "react";
import { useFormBusy } from "../client/live-form";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";
import { Spinner } from "./spinner";

/**
 * A form's button. While its form is being sent it shows `busy` in the place of its label, or turns its icon where it has
 * no such word; its name, for readers and tests, stays the label.
 */
export function Button({
  id,
  children,
  busy,
  kind = "primary",
  size = "full",
  disabled = false,
  icon,
  describedBy,
  className = "",
}: {
  /** led to by it, the button has the focus, and is seen to be the one */
  id?: string;
  children: string;
  /** a gerund: `Enviando…` */
  busy?: string;
  kind?: ButtonKind;
  size?: ButtonSize;
  disabled?: boolean;
  icon?: ReactNode;
  /** ids of what it is about, where its name alone does not say */
  describedBy?: string | undefined;
  className?: string;
}) {
  const sending = useFormBusy();
  const shown = sending && busy !== undefined;
  const stateId = useId();
  return (
    <>
      <button
        type="submit"
        id={id}
        disabled={disabled}
        aria-disabled={sending || undefined}
        aria-describedby={[describedBy, shown && stateId].filter(Boolean).join(" ") || undefined}
        className={`${buttonClass(kind, size)} scroll-mt-40 outline-offset-2 outline-focus target:outline-2 ${className}`}
      >
        {!shown && (sending && icon ? <Spinner /> : icon)}
        <span className={shown ? "sr-only" : ""}>{children}</span>
        {shown && (
          <span aria-hidden="true" className="flex items-center gap-2.5">
            <Spinner />
            <span>{busy}</span>
          </span>
        )}
      </button>
      {busy !== undefined && (
        <span id={stateId} role="status" className="sr-only">
          {shown && <span>{busy}</span>}
        </span>
      )}
    </>
  );
}
