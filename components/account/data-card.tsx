import type { Messages } from "@/lib/messages/catalogue";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Card } from "../ui/card";
import { LiveForm } from "../ui/live-form";

export type Format = keyof Messages["account"]["data"]["formats"];

/** One's own data: a copy to take along, and the end of the account. @param format the one chosen before */
export function DataCard({ say, format }: { say: Messages["account"]["data"]; format: Format }) {
  const formats = Object.entries(say.formats);
  return (
    <Card id="datos" title={say.title}>
      <LiveForm
        action="/cuenta/datos"
        sentBy="download"
        className="border-t border-line px-4 py-4 sm:px-5"
      >
        <p className="text-small text-muted">{say.lead}</p>
        <fieldset className="mt-2">
          <legend className="sr-only">{say.format}</legend>
          {formats.map(([value, name]) => (
            <label key={value} className="flex min-h-11 items-center gap-2.5 text-fact">
              <input
                type="radio"
                name="format"
                value={value}
                defaultChecked={value === format}
                className="size-4.5 shrink-0 accent-action"
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <Button kind="secondary" size="small" className="mt-2 narrow:whitespace-normal">
          {say.download}
        </Button>
      </LiveForm>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line px-4 py-4 sm:px-5">
        <p className="text-small text-muted">{say.removeLead}</p>
        <a
          href="/cuenta/eliminar"
          className={`${buttonClass("danger", "small")} narrow:whitespace-normal`}
        >
          {say.remove}
        </a>
      </div>
    </Card>
  );
}
