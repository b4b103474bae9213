"use client";
import { useMessages } from "../client/messages";
import { Field } from "./field";

/** The field `Nombre`. */
export function NameField(props: { enterKeyHint?: "done"; dir?: "auto"; value?: string }) {
  const { name } = useMessages();
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
