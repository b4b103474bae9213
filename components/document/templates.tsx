import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { TEMPLATES } from "../client/names";
import { Alert } from "../ui/alert";
import { Summary, SummaryLine } from "../ui/banners";
import { FieldError, FieldSaid } from "../ui/field-frame";
import { Spinner } from "../ui/spinner";

const TONES = ["danger", "warn", "ok", "info"] as const;

/** What the script shows, drawn by the same components as what the server shows; it is cloned from here. */
export function Templates() {
  return (
    <>
      {TONES.map((tone) => (
        <Template key={tone} name={tone}>
          <Alert tone={tone}>{null}</Alert>
        </Template>
      ))}
      <Template name="summary">
        <Summary wrong={[]} />
        <SummaryLine name="" />
      </Template>
      <Template name="error">
        <FieldError />
      </Template>
      <Template name="said">
        <FieldSaid />
      </Template>
      <Template name="spinner">
        <Spinner />
      </Template>
      {shown().made.moments && (
        <template data-moments={JSON.stringify(messages().screen.moments)} />
      )}
    </>
  );
}

const Template = ({ name, children }: { name: keyof typeof TEMPLATES; children: ReactNode }) => (
  <template id={TEMPLATES[name]}>{children}</template>
);
