import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import { BANNER_ID } from "../client/names";
import { Icon, type IconName } from "./icon";

export const inputClass =
  "h-12 laptop:h-11 w-full rounded-ctl border border-ctl bg-surface px-3.5 text-base text-ink caret-action shadow-1 motion-safe:transition-[border-color,box-shadow] motion-safe:duration-120 placeholder:text-placeholder placeholder:opacity-100 hover:border-ctl-hover focus:halo aria-invalid:wrong read-only:border-line read-only:bg-raised read-only:text-body";

/** What a field knows of the page's answer, as attributes for its input. */
export function fieldOf(name: string, missing?: string, hintId?: string) {
  const { answer, user } = shown();
  const { fields, marked, values } = answer;
  const error = fields[name];
  const isMarked = marked.includes(name);
  const described = error === undefined ? [isMarked && BANNER_ID, hintId] : [errorIdOf(name)];
  return {
    name,
    error,
    attributes: {
      id: name,
      name,
      "data-missing": missing,
      "data-hint": hintId,
      "data-marked": isMarked || undefined,
      "aria-invalid": error !== undefined || isMarked ? (true as const) : undefined,
      "aria-describedby": described.filter(Boolean).join(" ") || undefined,
      // without scripts this is what leads to the first wrong field
      autoFocus: Object.keys(fields)[0] === name,
    },
    value: values[name],
    /**
     * What its `autocomplete` says. By Back a browser gives a field what was typed into it, also when the page is another
     * person's by now; not to one that is `off` in the HTML (HTML Standard, restoring persisted state).
     */
    autoComplete: (wanted: string | undefined) =>
      user ? { autoComplete: "off", "data-autocomplete": wanted } : { autoComplete: wanted },
  };
}

export type FieldOf = ReturnType<typeof fieldOf>;

const errorIdOf = (name: string) => `${name}-error`;

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
  className = "",
  children,
}: {
  id?: string | undefined;
  kind: keyof typeof lines;
  icon?: IconName;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <p id={id} className={`flex items-start gap-1.5 text-small ${lines[kind]} ${className}`}>
      {icon && <Icon name={icon} className="mt-0.5 size-4 stroke-2" />}
      <span>{children}</span>
    </p>
  );
}

/** What is wrong with a field. */
export function FieldError({ id, children }: { id?: string; children?: string }) {
  return (
    <FieldLine id={id} kind="error" icon="alert" className="error">
      {children}
    </FieldLine>
  );
}

/** Keeps the room of what was said there once the field is touched, until the form is sent again. */
export function FieldSaid() {
  return (
    <p
      aria-hidden="true"
      className="said invisible col-start-1 row-start-1 pl-5.5 font-[550] before:content-[attr(data-said)]"
    />
  );
}

/** The room under a field, as high as one line from the start: nothing moves when an error comes. */
export function Under({
  field: { name, error },
  className = "",
  children,
}: {
  field: Pick<FieldOf, "name" | "error">;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <div
      data-under={name}
      className={`group/under grid min-h-5 grid-cols-[minmax(0,1fr)] content-start text-small ${className}`}
    >
      {error !== undefined && <FieldError id={errorIdOf(name)}>{error}</FieldError>}
      {children && (
        <div className="col-start-1 row-start-1 group-has-[>.error]/under:row-start-2">
          {children}
        </div>
      )}
    </div>
  );
}
