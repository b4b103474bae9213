import type { Messages } from "@/lib/messages/catalogue";
import { Card } from "../ui/card";
import { TextLink } from "../ui/links";
import { LocalTime } from "../ui/local-time";
import { ZoneNote } from "../ui/zone-note";

export type Happened = {
  id: string;
  /** the last time, and the first, where it happened several times in a row */
  at: Date;
  since: Date;
  /** a whole sentence */
  what: string;
  device: string | null;
  /** as far as it is known */
  where: string | null;
};

/** What happened to the account, the newest first; `older` and `newest` lead to the rest. */
export function ActivityCard({
  say,
  entries,
  older,
  newest,
}: {
  say: Messages["account"];
  entries: Happened[];
  older: string | null;
  newest: string | null;
}) {
  return (
    <Card id="actividad" title={say.activity.title}>
      {entries.length === 0 ? (
        <p className="border-t border-line px-4 py-4 text-small text-muted sm:px-5">
          {say.activity.none}
        </p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <ZoneNote />
      <p className="flex flex-wrap gap-x-6 gap-y-4 border-t border-line px-4 py-4 text-small sm:px-5">
        {newest && <TextLink href={newest}>{say.activity.newest}</TextLink>}
        {older && <TextLink href={older}>{say.activity.more}</TextLink>}
        <TextLink href="/cuenta/proteger" className="sm:ml-auto">
          {say.activity.unknown}
        </TextLink>
      </p>
    </Card>
  );
}

function Entry({ entry: { at, since, what, device, where } }: { entry: Happened }) {
  return (
    <li className="border-t border-line px-4 py-3 min-[480px]:grid min-[480px]:grid-cols-[minmax(0,1fr)_auto] min-[480px]:items-baseline min-[480px]:gap-x-3.5 sm:px-5">
      <p className="font-[550] text-ink">{what}</p>
      <p className="text-small wrap-anywhere text-muted">
        {[device, where].filter(Boolean).join(" · ")}
      </p>
      <p className="text-small text-muted min-[480px]:col-start-2 min-[480px]:row-[1/3] min-[480px]:grid min-[480px]:self-start min-[480px]:text-right min-[480px]:leading-6">
        {minuteOf(since) < minuteOf(at) && (
          <span className="whitespace-nowrap">
            <LocalTime iso={since.toISOString()} shape="stamp" />
            <span>{" – "}</span>
          </span>
        )}
        <span className="whitespace-nowrap">
          <LocalTime iso={at.toISOString()} shape="stamp" />
        </span>
      </p>
    </li>
  );
}

const minuteOf = (moment: Date) => Math.floor(moment.getTime() / 60_000);
