import { Card, Row, Rows } from "./card";
import { Icon } from "./icon";
import { LocalTime } from "./local-time";
import { Tag } from "./tag";

export type OpenSession = {
  id: string;
  method: "password" | "google" | "email";
  createdAt: Date;
  device: string;
  network: string | null;
};

const methods = { password: "Contraseña", google: "Google", email: "Link mágico" };

/** Where the account is open. */
export function SessionsCard({ current }: { current: OpenSession }) {
  return (
    <Card id="sesiones" title="Sesiones abiertas">
      <Rows>
        <Row
          icon={<Icon name={isPhone(current.device) ? "phone" : "laptop"} />}
          title={current.device}
          tag={<Tag tone="brand">Esta sesión</Tag>}
        >
          <p>
            {current.network && `${placeOf(current.network)} · `}
            {methods[current.method]}
          </p>
          <p>
            Abierta <LocalTime iso={current.createdAt.toISOString()} shape="dayAndHour" /> · en uso
            ahora
          </p>
        </Row>
      </Rows>
    </Card>
  );
}

/** A range of addresses is a network; anything else is a place. */
const placeOf = (network: string) =>
  network.includes("/") ? `Red ${network.replace(/\/\d+$/, "")}` : network;

const isPhone = (device: string) => /iPhone|iPad|Android/.test(device);
