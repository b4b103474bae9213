import { Avatar } from "./avatar";
import { Card } from "./card";
import { LocalTime } from "./local-time";
import { Tag } from "./tag";

/** Who this account is. Its address is always a proved one. */
export function ProfileCard({
  name,
  address,
  createdAt,
}: {
  name: string | null;
  address: string;
  createdAt: string;
}) {
  return (
    <Card id="perfil" title="Perfil">
      <div className="flex items-center gap-4 px-4 pt-0.5 pb-5 sm:px-5">
        <Avatar of={name ?? address} size="large" />
        <div className="min-w-0">
          {name && <p className="text-h2 wrap-anywhere text-ink">{name}</p>}
          <p className="text-small wrap-anywhere">
            {address} <Tag>Verificado</Tag>
          </p>
          <p className="mt-1 text-small text-muted">
            Cuenta creada en <LocalTime iso={createdAt} shape="month" />
          </p>
        </div>
      </div>
    </Card>
  );
}
