import type { ReactNode } from "react";
import type { Messages } from "@/lib/messages/catalogue";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { LiveForm } from "../ui/live-form";
import { LocalTime } from "../ui/local-time";
import { NameField } from "../ui/name-field";
import { Sentence } from "../ui/sentence";
import { Tag } from "../ui/tag";

/** Both are one kind of thing, whether the page opens or what is folded away. */
const changeClass =
  "-mx-1 flex min-h-11 w-fit items-center rounded-sm px-1 text-small font-semibold text-link underline-offset-3 hover:underline";

/** Who this account is. Its address is always a proved one; its name can be changed. */
export function ProfileCard({
  say,
  name,
  address,
  createdAt,
  children,
}: {
  say: Messages["account"]["profile"];
  name: string | null;
  address: string;
  createdAt: Date;
  children: ReactNode;
}) {
  return (
    <Card id="perfil" title={say.title}>
      <div className="flex items-center gap-4 px-4 pt-0.5 pb-3 sm:px-5">
        <Avatar of={name ?? address} size="large" />
        <div className="min-w-0">
          {name && (
            <p className="text-h2 wrap-anywhere text-ink">
              <bdi>{name}</bdi>
            </p>
          )}
          <p className="text-small wrap-anywhere">
            <span className="mr-1.5">{address}</span>
            <Tag>{say.verified}</Tag>
          </p>
          <p className="mt-1 text-small text-muted">
            <Sentence
              of={say.since}
              parts={{ month: <LocalTime iso={createdAt.toISOString()} shape="month" /> }}
            />
          </p>
        </div>
      </div>
      <p className="border-t border-line px-4 py-2 sm:px-5">
        <a href="/cuenta/correo" className={changeClass}>
          {say.change}
        </a>
      </p>
      {children}
    </Card>
  );
}

/** Folded away until it is wanted, or until what was typed has to be corrected. */
export function NameForm({
  say,
  name,
  wrong,
}: {
  say: Messages["account"]["profile"];
  /** what the field begins with */
  name: string;
  /** whether a name was just refused */
  wrong: boolean;
}) {
  return (
    <details open={wrong} className="border-t border-line px-4 pb-2 sm:px-5 open:pb-5">
      <summary
        className={`mt-2 cursor-pointer list-none [&::-webkit-details-marker]:hidden ${changeClass}`}
      >
        {say.rename}
      </summary>
      <LiveForm action="/cuenta/perfil/guardar" className="mt-2 grid gap-4">
        <NameField enterKeyHint="done" dir="auto" value={name} />
        <Button kind="secondary" size="small" busy={say.busy} className="justify-self-start">
          {say.submit}
        </Button>
      </LiveForm>
    </details>
  );
}
