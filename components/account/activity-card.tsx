import type { Messages } from "@/lib/messages/catalogue";
import { Card } from "../ui/card";
import { TextLink } from "../ui/links";
import { LocalTime } from "../ui/local-time";
import { placeOf } from "../ui/place";
import { ZoneNote } from "../ui/zone-note";

export type Happened = {
  id: string;
  at: Date;
  /** a whole sentence */
  what: string;
  device: string | null;
  network: string | null;
  place: string | null;
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
            <Entry key={entry.id} entry={entry} network={say.network} />
          ))}
        </ol>
      )}
      <ZoneNote />
      {(older || newest) && (
        <p className="flex flex-wrap gap-x-6 gap-y-4 border-t border-line px-4 py-4 text-small sm:px-5">
          {newest && <TextLink href={newest}>{say.activity.newest}</TextLink>}
          {older && <TextLink href={older}>{say.activity.more}</TextLink>}
        </p>
      )}
    </Card>
  );
}

function Entry({ entry, network }: { entry: Happened; network: (subnet: string) => string }) {
  return (
    <li className="border-t border-line px-4 py-3 min-[480px]:grid min-[480px]:grid-cols-[minmax(0,1fr)_auto] min-[480px]:items-baseline min-[480px]:gap-x-3.5 sm:px-5">
      <p className="font-[550] text-ink">{entry.what}</p>
      <p className="text-small wrap-anywhere text-muted">
        {[entry.device, placeOf(entry, network)].filter(Boolean).join(" · ")}
      </p>
      <p className="text-small whitespace-nowrap text-muted min-[480px]:col-start-2 min-[480px]:row-start-1 min-[480px]:leading-6">
        <LocalTime iso={entry.at.toISOString()} shape="stamp" />
      </p>
    </li>
  );
}
