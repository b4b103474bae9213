import { messages } from "@/lib/messages/messages";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { LiveForm } from "../ui/live-form";
import { NameField } from "../ui/name-field";
import { RemovalLead } from "./passkey-list";

type Passkey = { id: string; name: string };

export function RenamePasskey({ id, name }: Passkey) {
  const { passkeys: say, account } = messages();
  return (
    <>
      <Heading lead={say.renameLead}>{say.renameTitle}</Heading>
      <Banners />
      <LiveForm action="/cuenta/llaves/nombrar" className={formClass}>
        <Hidden values={{ id }} />
        <NameField enterKeyHint="done" dir="auto" missing={say.nameRefused.empty} value={name} />
        <Button busy={account.profile.busy}>{account.profile.submit}</Button>
      </LiveForm>
      <Cancel />
    </>
  );
}

/** Asks before a passkey ends, where no script could. */
export function RemovePasskey({ id, name }: Passkey) {
  const { passkeys: say } = messages();
  return (
    <>
      <Heading glyph="alert" tone="warn" lead={<RemovalLead name={name} />}>
        {say.question}
      </Heading>
      <Banners />
      <LiveForm action="/cuenta/llaves/eliminar" sentBy="browser" className="mt-6">
        <Hidden values={{ id, confirmed: "yes" }} />
        <Button kind="danger" busy={say.removing}>
          {say.remove}
        </Button>
      </LiveForm>
      <Cancel />
    </>
  );
}

const Cancel = () => (
  <a href="/cuenta/llaves" className={`mt-3 ${buttonClass("secondary")}`}>
    {messages().account.sessions.cancel}
  </a>
);
