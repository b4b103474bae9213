"use client";
import type { ReactNode } from "react";
import { BANNER_ID } from "../client/answer";
import { useScreen } from "../client/screen";
import { Icon, type IconName } from "./icon";

export const inputClass =
  "h-12 w-full rounded-ctl border border-ctl bg-surface px-3.5 text-base text-ink caret-action shadow-1 motion-safe:transition-[border-color,box-shadow] duration-120 placeholder:text-placeholder placeholder:opacity-100 hover:border-ctl-hover focus:halo aria-invalid:border-danger-ctl aria-invalid:shadow-[0_0_0_1px_var(--danger-ctl)] read-only:border-line read-only:bg-raised read-only:text-body";

/** What a field knows of the page's answer, as attributes for its input. */
export function useField(name: string, missing?: string, hintId?: string) {
  const { answer, forgive } = useScreen();
  const error = answer.fields[name];
  const marked = answer.marked?.includes(name) ?? false;
  const errorId = `${name}-error`;
  const described = [error && errorId, marked && BANNER_ID, hintId].filter(Boolean).join(" ");
  return {
    error,
    errorId,
    attributes: {
      id: name,
      name,
      "data-missing": missing,
      "aria-invalid": error !== undefined || marked ? (true as const) : undefined,
      "aria-describedby": described || undefined,
      // without scripts this is what leads to the first wrong field
      autoFocus: Object.keys(answer.fields)[0] === name,
      onInput: () => {
        if (error !== undefined || marked) forgive(name);
      },
    },
    value: answer.values[name],
  };
}

export function Label({ htmlFor, children }: { htmlFor: string; children: ReactNode }) {
  return (
    <label htmlFor={htmlFor} className="justify-self-start text-label text-ink">
      {children}
    </label>
  );
}

const lines = {
  hint: "text-muted",
  met: "text-ok",
  caps: "text-warn",
  error: "font-[550] text-danger",
};

/** The line under a field: a hint, or what is wrong with it. */
export function FieldLine({
  id,
  kind,
  icon,
  children,
}: {
  id?: string;
  kind: keyof typeof lines;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <p id={id} className={`flex items-start gap-1.5 text-small ${lines[kind]}`}>
      {icon && <Icon name={icon} className="mt-0.5 size-4 stroke-2" />}
      <span>{children}</span>
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <FieldLine id={id} kind="error" icon="alert">
      {children}
    </FieldLine>
  );
}
