import { messages } from "@/lib/messages/messages";
import { Field } from "./field";

/** The field `Nombre`. */
export function NameField(props: { enterKeyHint?: "done"; dir?: "auto"; value?: string }) {
  const { name } = messages().screen;
  return (
    <Field
      {...props}
      label={name.label}
      missing={name.missing}
      name="name"
      autoComplete="name"
      autoCapitalize="words"
    />
  );
}
