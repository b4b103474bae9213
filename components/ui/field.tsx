import type { ComponentProps, ReactNode } from "react";
import { fieldOf, inputClass, Label, Under } from "./field-frame";

type InputProps = Pick<
  ComponentProps<"input">,
  | "type"
  | "autoCapitalize"
  | "autoCorrect"
  | "dir"
  | "enterKeyHint"
  | "inputMode"
  | "placeholder"
  | "readOnly"
  | "spellCheck"
>;

/** A label, its input, and what is wrong with it. Required unless told. */
export function Field({
  label,
  name,
  missing,
  required = true,
  value,
  tag,
  below,
  autoComplete,
  digits,
  ...input
}: InputProps & {
  label: string;
  name: string;
  /** the sentence for leaving it empty */
  missing?: string;
  required?: boolean;
  /** what it begins with, unless the person typed something else */
  value?: string | undefined;
  autoComplete?: string;
  /** how many a pasted code has */
  digits?: number;
  /** a mark beside the label */
  tag?: ReactNode;
  below?: ReactNode;
}) {
  const field = fieldOf(name, missing);
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <Label htmlFor={name}>{label}</Label>
        {tag}
      </div>
      <input
        {...input}
        {...field.attributes}
        {...field.autoComplete(autoComplete)}
        required={required}
        data-digits={digits}
        defaultValue={value ?? field.value}
        className={inputClass}
      />
      <Under field={field}>{below}</Under>
    </div>
  );
}
