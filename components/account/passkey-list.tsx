import { messages } from "@/lib/messages/messages";
import type { Kept } from "../client/passkey-signals";
import { Button } from "../ui/button";
import { Row, Rows, rowAction } from "../ui/card";
import { Hidden } from "../ui/hidden";
import { Icon } from "../ui/icon";
import { LiveForm } from "../ui/live-form";
import { LocalTime } from "../ui/local-time";
import { Sentence } from "../ui/sentence";
import { ZoneNote } from "../ui/zone-note";

export type Passkey = {
  id: string;
  name: string;
  /** who keeps it, by its maker's name, as far as it is known */
  authenticator: string | null;
  /** whether it is on other devices too */
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Whose account a manager keeps passkeys in, where it has another name. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  "Google Password Manager": "Google",
  "Apple Passwords": "Apple",
  "iCloud Keychain (Managed)": "Apple",
  "Microsoft Password Manager": "Microsoft",
  "Samsung Pass": "Samsung",
};

/** What each is called, where it is, when it was used, and its end. */
export function PasskeyList({ passkeys }: { passkeys: Passkey[] }) {
  const say = messages().passkeys;
  if (passkeys.length === 0) return <p className="mt-6 text-fact text-muted">{say.none}</p>;
  return (
    <div className="mt-6 rounded-card border border-line [&_li:first-child]:border-t-0">
      <Rows>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
      </Rows>
      <ZoneNote />
    </div>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { passkeys: say } = messages();
  const { id, name, createdAt, lastUsedAt } = passkey;
  const titleId = `llave-${id}`;
  return (
    <Row
      icon={<Icon name="key" />}
      title={name}
      titleId={titleId}
      action={
        <LiveForm action="/cuenta/llaves/eliminar" sentBy="browser">
          <Hidden values={{ id }} />
          <Button
            kind="danger"
            size="small"
            busy={say.removing}
            describedBy={titleId}
            className={rowAction}
          >
            {say.remove}
          </Button>
        </LiveForm>
      }
    >
      <p>{keptIn(passkey)}</p>
      <p>
        <Sentence
          of={lastUsedAt ? say.addedAndUsed : say.addedUnused}
          parts={{
            added: <LocalTime iso={createdAt.toISOString()} shape="lately" />,
            used: lastUsedAt && <LocalTime iso={lastUsedAt.toISOString()} shape="lately" />,
          }}
        />
      </p>
      <p className="mt-1">
        <a
          href={`/cuenta/llaves?nombrar=${id}`}
          aria-describedby={titleId}
          className="tap font-semibold text-link underline-offset-3 hover:underline"
        >
          {say.rename}
        </a>
      </p>
    </Row>
  );
}

function keptIn({ name, authenticator, backedUp }: Passkey): string {
  const { kept } = messages().passkeys;
  if (backedUp)
    return authenticator ? kept.account(ACCOUNTS[authenticator] ?? authenticator) : kept.manager;
  const known = authenticator !== name && authenticator;
  return known ? `${known} · ${kept.device}` : kept.device;
}

/** For the managers that keep them (`components/client/passkey-signals.ts`): what was removed here is not offered any more. */
export const KeptPasskeys = (kept: Kept) => (
  <div hidden data-passkey="kept" data-about={JSON.stringify(kept)} />
);
