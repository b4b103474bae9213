import { KeptPasskeys, PasskeyList } from "@/components/account/passkey-list";
import { RenamePasskey } from "@/components/account/passkey-tasks";
import { Banners } from "@/components/ui/banners";
import { Fact, Facts } from "@/components/ui/facts";
import { Heading } from "@/components/ui/heading";
import { PasskeyButton } from "@/components/ui/passkey-button";
import { requireUser } from "@/lib/http/current-user";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { passkeysOf } from "@/lib/passkey/list";
import { relyingParty } from "@/lib/passkey/relying-party";
import { page } from "../../page-route";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/llaves";

/** One's passkeys: what each is called and where it is, another one, and the end of one. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async ({ query, shown }) => {
  const user = await requireUser(PAGE);
  const passkeys = await retryWhenAway(passkeysOf(user.id));
  const { passkeys: say } = messages();
  const { passkeyHandle: userId, address, name } = user;
  const named = passkeys.find(({ id }) => id === query.nombrar);
  if (named)
    return (
      <TaskPage user={user} title={say.renameTitle}>
        <RenamePasskey {...named} name={shown.answer.values.name ?? named.name} />
      </TaskPage>
    );
  return (
    <TaskPage user={user} title={say.title}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <PasskeyList passkeys={passkeys} />
      <div className="mt-6">
        <PasskeyButton
          ceremony="make"
          action="/cuenta/llaves/agregar"
          challenge="/cuenta/llaves/reto"
          kind="primary"
          busy={say.adding}
        >
          {say.add}
        </PasskeyButton>
        <p data-passkey="lack" className="hidden text-fact text-muted unscripted:block">
          {say.lack}
        </p>
      </div>
      <Facts>
        <Fact icon="key">{say.what}</Fact>
        <Fact icon="lock">{say.private}</Fact>
        <Fact icon="shield">{say.phishing}</Fact>
      </Facts>
      {userId && (
        <KeptPasskeys
          rpId={relyingParty().id}
          userId={userId}
          name={address}
          displayName={name ?? address}
          allAcceptedCredentialIds={passkeys.map(({ credentialId }) => credentialId)}
        />
      )}
    </TaskPage>
  );
});
