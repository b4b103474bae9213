import { LiveForm } from "../client/live-form";
import { Button } from "../ui/button";
import { Card, Row, Rows, rowAction, ZoneNote } from "../ui/card";
import { Hidden } from "../ui/hidden";
import { Icon } from "../ui/icon";
import { LocalTime } from "../ui/local-time";
import { placeOf } from "../ui/place";
import { Tag } from "../ui/tag";

export type OpenSession = {
  id: string;
  method: "password" | "google" | "email";
  createdAt: Date;
  lastUsedAt: Date;
  device: string;
  network: string | null;
  place: string | null;
};

const methods = { password: "Contraseña", google: "Google", email: "Link mágico" };

/** More than this scroll inside the card: what stands below stays within reach. */
const WHOLE = 8;

/** Where the account is open; this session comes first. */
export function SessionsCard({
  sessions,
  currentId,
  csrfToken,
}: {
  sessions: OpenSession[];
  currentId: string;
  csrfToken: string;
}) {
  const isCurrent = ({ id }: OpenSession) => id === currentId;
  const sorted = [...sessions.filter(isCurrent), ...sessions.filter((one) => !isCurrent(one))];
  return (
    <Card
      id="sesiones"
      title="Sesiones abiertas"
      action={
        <LiveForm action="/cuenta/sesiones/cerrar-todas" native className="narrow:w-full">
          <Hidden values={{ csrfToken }} />
          <Button
            kind="danger"
            size="small"
            busy="Cerrando…"
            className="narrow:w-full narrow:whitespace-normal"
          >
            Cerrar todas las sesiones
          </Button>
        </LiveForm>
      }
    >
      {sorted.length > WHOLE && (
        <p className="-mt-2 px-4 pb-3 text-small text-muted sm:px-5">
          {`Tienes ${sorted.length} sesiones abiertas.`}
        </p>
      )}
      <Rows scroll={sorted.length > WHOLE}>
        {sorted.map((session) => (
          <SessionRow
            key={session.id}
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
  session,
  current,
  csrfToken,
}: {
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
      tag={current && <Tag tone="brand">Esta sesión</Tag>}
      action={
        <LiveForm action="/cuenta/sesiones/cerrar" native>
          <Hidden values={{ csrfToken, session: session.id }} />
          <Button kind="secondary" size="small" describedBy={titleId} className={rowAction}>
            Cerrar
          </Button>
        </LiveForm>
      }
    >
      <p>{[placeOf(session), methods[session.method]].filter(Boolean).join(" · ")}</p>
      <p>
        <span>{"Abierta "}</span>
        <LocalTime iso={session.createdAt.toISOString()} shape="lately" />
        <span>{current ? " · " : " · último uso "}</span>
        {current ? (
          <span className="whitespace-nowrap">en uso ahora</span>
        ) : (
          <LocalTime iso={session.lastUsedAt.toISOString()} shape="lately" />
        )}
      </p>
    </Row>
  );
}

const isPhone = (device: string) => /iPhone|iPad|Android/.test(device);
