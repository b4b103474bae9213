import { messages } from "@/lib/messages/messages";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { LiveForm } from "../ui/live-form";
import { NameField } from "../ui/name-field";

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
      <a href="/cuenta/llaves" className={`mt-3 ${buttonClass("secondary")}`}>
        {account.sessions.cancel}
      </a>
    </>
  );
}
