"use client";
import type { ReactNode } from "react";
import { BANNER_ID } from "../client/answer";
import { useScreen } from "../client/screen";
import { Icon, type IconName } from "./icon";

export const inputClass =
  "h-12 laptop:h-11 w-full rounded-ctl border border-ctl bg-surface px-3.5 text-base text-ink caret-action shadow-1 motion-safe:transition-[border-color,box-shadow] motion-safe:duration-120 placeholder:text-placeholder placeholder:opacity-100 hover:border-ctl-hover focus:halo aria-invalid:wrong read-only:border-line read-only:bg-raised read-only:text-body";

/** What a field knows of the page's answer, as attributes for its input. */
export function useField(name: string, missing?: string, hintId?: string) {
  const { answer, forgiven, forgive } = useScreen();
  const { fields, marked = [] } = answer;
  const isMarked = marked.includes(name) && !marked.some((one) => forgiven.includes(one));
  const isWrong = fields[name] !== undefined && !forgiven.includes(name);
  const error = isWrong ? fields[name] : undefined;
  const errorId = `${name}-error`;
  const described = [isWrong && errorId, isMarked && BANNER_ID, hintId].filter(Boolean).join(" ");
  return {
    error,
    errorId,
    /** what was wrong when the form was sent */
    said: fields[name],
    attributes: {
      id: name,
      name,
      "data-missing": missing,
      "aria-invalid": isWrong || isMarked ? (true as const) : undefined,
      "aria-describedby": described || undefined,
      // without scripts this is what leads to the first wrong field
      autoFocus: Object.keys(fields)[0] === name,
      onInput: () => {
        if (isWrong || isMarked) forgive(name);
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

/**
 * The room under a field, as high as one line from the start: nothing moves when an error comes. What was said there keeps
 * its room once the field is touched, until the form is sent again.
 */
export function Under({
  field: { error, errorId, said },
  className = "",
  children,
}: {
  field: Pick<ReturnType<typeof useField>, "error" | "errorId" | "said">;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`grid min-h-5 grid-cols-[minmax(0,1fr)] content-start text-small ${className}`}>
      {error !== undefined && (
        <FieldLine id={errorId} kind="error" icon="alert">
          {error}
        </FieldLine>
      )}
      {error === undefined && said !== undefined && (
        <p
          aria-hidden="true"
          data-said={said}
          className="invisible col-start-1 row-start-1 pl-5.5 font-[550] before:content-[attr(data-said)]"
        />
      )}
      {children && (
        <div className={error === undefined ? "col-start-1 row-start-1" : ""}>{children}</div>
      )}
    </div>
  );
}
