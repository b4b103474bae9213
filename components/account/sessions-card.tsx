import type { Messages } from "@/lib/messages/catalogue";
import { Button } from "../ui/button";
import { Card, Row, Rows, rowAction } from "../ui/card";
import { Hidden } from "../ui/hidden";
import { Icon } from "../ui/icon";
import { LiveForm } from "../ui/live-form";
import { LocalTime } from "../ui/local-time";
import { Sentence } from "../ui/sentence";
import { Tag } from "../ui/tag";
import { ZoneNote } from "../ui/zone-note";
import { CloseAll } from "./close-all";

export type OpenSession = {
  id: string;
  method: keyof Messages["account"]["sessions"]["methods"];
  createdAt: Date;
  lastUsedAt: Date;
  device: string;
  /** as far as it is known */
  where: string | null;
};

/** More than this are folded away: what stands below stays within reach. */
const SHOWN = 8;

/** Where the account is open; this session comes first. */
export function SessionsCard({
  say,
  sessions,
  currentId,
}: {
  say: Messages["account"];
  sessions: OpenSession[];
  currentId: string;
}) {
  const isCurrent = ({ id }: OpenSession) => id === currentId;
  const sorted = [...sessions.filter(isCurrent), ...sessions.filter((one) => !isCurrent(one))];
  const folded = sorted.slice(SHOWN);
  const row = (session: OpenSession) => (
    <SessionRow
      key={session.id}
      say={say}
      session={session}
      current={isCurrent(session)}
      // the day alone would not tell it from another one like it
      exact={sessions.some((other) => other !== session && isAlike(other, session))}
    />
  );
  return (
    <Card
      id="sesiones"
      title={say.sessions.title}
      action={
        <div className="flex flex-wrap gap-2.5 narrow:w-full">
          <LiveForm
            action="/cuenta/sesiones/cerrar-demas"
            sentBy="browser"
            className="narrow:w-full"
          >
            <Button kind="secondary" size="small" busy={say.closing} className="narrow:w-full">
              {say.sessions.closeOthers}
            </Button>
          </LiveForm>
          <CloseAll say={say.sessions} busy={say.closing} />
        </div>
      }
    >
      <Rows>{sorted.slice(0, SHOWN).map(row)}</Rows>
      {folded.length > 0 && (
        <details className="border-t border-line">
          <summary className="flex min-h-13 cursor-pointer list-none items-center px-4 text-small font-semibold text-link underline-offset-3 -outline-offset-2 hover:underline sm:px-5 [&::-webkit-details-marker]:hidden">
            {say.sessions.more(folded.length)}
          </summary>
          <Rows>{folded.map(row)}</Rows>
        </details>
      )}
      <ZoneNote />
    </Card>
  );
}

function SessionRow({
  say: { sessions: say },
  session,
  current,
  exact,
}: {
  say: Messages["account"];
  session: OpenSession;
  current: boolean;
  exact: boolean;
}) {
  const { id, device, where, createdAt, lastUsedAt } = session;
  const [titleId, whereId, whenId] = [`sesion-${id}`, `sesion-${id}-donde`, `sesion-${id}-cuando`];
  const shape = exact ? "dayAndHour" : "lately";
  return (
    <Row
      icon={<Icon name={isPhone(device) ? "phone" : "laptop"} />}
      title={device}
      titleId={titleId}
      tag={current && <Tag tone="brand">{say.current}</Tag>}
      action={
        <LiveForm action="/cuenta/sesiones/cerrar" sentBy="browser">
          <Hidden values={{ session: id }} />
          <Button
            kind="secondary"
            size="small"
            describedBy={`${titleId} ${whereId} ${whenId}`}
            className={rowAction}
          >
            {say.close}
          </Button>
        </LiveForm>
      }
    >
      <p id={whereId}>{[where, say.methods[session.method]].filter(Boolean).join(" · ")}</p>
      <p id={whenId}>
        <Sentence
          of={current ? say.opened : say.openedAndUsed}
          parts={{
            opened: <LocalTime iso={createdAt.toISOString()} shape={shape} />,
            used: <LocalTime iso={lastUsedAt.toISOString()} shape={shape} />,
            now: <span className="whitespace-nowrap">{say.now}</span>,
          }}
        />
      </p>
    </Row>
  );
}

const isPhone = (device: string) => /iPhone|iPad|Android/.test(device);

const isAlike = (one: OpenSession, other: OpenSession) =>
  one.device === other.device && one.where === other.where && one.method === other.method;
