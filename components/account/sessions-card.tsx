import type { Messages } from "@/lib/messages/catalogue";
import { LiveForm } from "../client/live-form";
import { Button } from "../ui/button";
import { Card, Row, Rows, rowAction } from "../ui/card";
import { Hidden } from "../ui/hidden";
import { Icon } from "../ui/icon";
import { LocalTime } from "../ui/local-time";
import { placeOf } from "../ui/place";
import { Sentence } from "../ui/sentence";
import { Tag } from "../ui/tag";
import { ZoneNote } from "../ui/zone-note";

export type OpenSession = {
  id: string;
  method: "password" | "google" | "email";
  createdAt: Date;
  lastUsedAt: Date;
  device: string;
  network: string | null;
  place: string | null;
};

/** More than this scroll inside the card: what stands below stays within reach. */
const WHOLE = 8;

/** Where the account is open; this session comes first. */
export function SessionsCard({
  say,
  sessions,
  currentId,
  csrfToken,
}: {
  say: Messages["account"];
  sessions: OpenSession[];
  currentId: string;
  csrfToken: string;
}) {
  const isCurrent = ({ id }: OpenSession) => id === currentId;
  const sorted = [...sessions.filter(isCurrent), ...sessions.filter((one) => !isCurrent(one))];
  return (
    <Card
      id="sesiones"
      title={say.sessions.title}
      action={
        <LiveForm action="/cuenta/sesiones/cerrar-todas" sentBy="browser" className="narrow:w-full">
          <Hidden values={{ csrfToken }} />
          <Button
            kind="danger"
            size="small"
            busy={say.closing}
            className="narrow:w-full narrow:whitespace-normal"
          >
            {say.sessions.closeAll}
          </Button>
        </LiveForm>
      }
    >
      {sorted.length > WHOLE && (
        <p className="-mt-2 px-4 pb-3 text-small text-muted sm:px-5">
          {say.sessions.count(sorted.length)}
        </p>
      )}
      <Rows scroll={sorted.length > WHOLE}>
        {sorted.map((session) => (
          <SessionRow
            key={session.id}
            say={say}
            session={session}
            current={isCurrent(session)}
            csrfToken={csrfToken}
          />
        ))}
      </Rows>
      <ZoneNote />
    </Card>
  );
}

function SessionRow({
  say: { sessions: say, network },
  session,
  current,
  csrfToken,
}: {
  say: Messages["account"];
  session: OpenSession;
  current: boolean;
  csrfToken: string;
}) {
  const titleId = `sesion-${session.id}`;
  return (
    <Row
      icon={<Icon name={isPhone(session.device) ? "phone" : "laptop"} />}
      title={session.device}
      titleId={titleId}
      tag={current && <Tag tone="brand">{say.current}</Tag>}
      action={
        <LiveForm action="/cuenta/sesiones/cerrar" sentBy="browser">
          <Hidden values={{ csrfToken, session: session.id }} />
          <Button kind="secondary" size="small" describedBy={titleId} className={rowAction}>
            {say.close}
          </Button>
        </LiveForm>
      }
    >
      <p>{[placeOf(session, network), say.methods[session.method]].filter(Boolean).join(" · ")}</p>
      <p>
        <Sentence
          of={current ? say.opened : say.openedAndUsed}
          parts={{
            opened: <LocalTime iso={session.createdAt.toISOString()} shape="lately" />,
            used: <LocalTime iso={session.lastUsedAt.toISOString()} shape="lately" />,
            now: <span className="whitespace-nowrap">{say.now}</span>,
          }}
        />
      </p>
    </Row>
  );
}

const isPhone = (device: string) => /iPhone|iPad|Android/.test(device);
