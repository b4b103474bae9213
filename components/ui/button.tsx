import type { ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button-class";

/**
 * A form's button. While its form is being sent it shows `busy` in the place of its label, or turns its icon where it has
 * no such word (`components/client/busy.ts`); its name, for readers and tests, stays the label.
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
  return (
    <>
      <button
        type="submit"
        id={id}
        disabled={disabled}
        data-busy={busy}
        aria-describedby={describedBy}
        className={`${buttonClass(kind, size)} scroll-mt-40 outline-offset-2 outline-focus target:outline-2 ${className}`}
      >
        {icon}
        <span>{children}</span>
      </button>
      {busy !== undefined && <span role="status" className="sr-only" />}
    </>
  );
}
