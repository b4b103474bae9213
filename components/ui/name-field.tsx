import { messages } from "@/lib/messages/messages";
import { Field } from "./field";

/** The field `Nombre`: the person's own, which a browser may know, unless `missing` says for what else. */
export function NameField({
  missing,
  ...props
}: {
  enterKeyHint?: "done";
  dir?: "auto";
  /** the sentence for leaving it empty */
  missing?: string;
  value?: string;
}) {
  const { name } = messages().screen;
  return (
    <Field
      {...props}
      label={name.label}
      missing={missing ?? name.missing}
      name="name"
      autoComplete={missing ? "off" : "name"}
      autoCapitalize={missing ? "sentences" : "words"}
    />
  );
}
