import { AccountShell } from "@/components/account/account-shell";
import { ActivityCard } from "@/components/account/activity-card";
import { MethodsCard } from "@/components/account/methods-card";
import { NameForm, ProfileCard } from "@/components/account/profile-card";
import { SessionsCard } from "@/components/account/sessions-card";
import { LiveForm } from "@/components/client/live-form";
import { Banners } from "@/components/ui/banners";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { TextButton, TextLink } from "@/components/ui/links";
import { Sentence } from "@/components/ui/sentence";
import { activityOf } from "@/lib/activity/list";
import { settings } from "@/lib/config/settings";
import { requireUser } from "@/lib/http/current-user";
import { csrfToken, formState, pageMessages } from "@/lib/http/page";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { originIn } from "@/lib/messages/origin";
import { openSessionsOf } from "@/lib/session/list";
import type { WithQuery } from "../query";
import { sentenceOf } from "./activity-text";

/** entries of the activity on one page */
const SHOWN = 10;
const ENTRY = /^\d{1,18}$/;

/** The signed-in home. */
export default async function AccountPage({ searchParams }: WithQuery) {
  const user = await requireUser("/cuenta");
  const query = await searchParams;
  const state = await formState("/cuenta");
  const said = await pageMessages();
  const { account, activity: happened } = said;
  const token = await csrfToken();
  const before = ENTRY.test(String(query.antes)) ? BigInt(String(query.antes)) : undefined;
  const [sessions, activity] = await retryWhenAway(
    Promise.all([openSessionsOf(user.id), activityOf(user, SHOWN, before)]),
  );
  const last = activity.entries.at(-1);
  const first = user.name?.trim().split(/\s+/)[0];
  return (
    <AccountShell say={account} name={user.name ?? user.address} csrfToken={token} answer={state}>
      <Heading lead={account.lead}>
        <Sentence
          of={first ? account.helloTo : account.hello}
          parts={{ name: <bdi>{first}</bdi> }}
        />
      </Heading>
      <Banners />
      <div className="mt-6 grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="grid gap-5">
          <ProfileCard
            say={account.profile}
            name={user.name}
            address={user.address}
            createdAt={user.createdAt}
          >
            <NameForm
              say={account.profile}
              name={state.values.name ?? user.name ?? ""}
              wrong={state.fields.name !== undefined}
              csrfToken={token}
            />
          </ProfileCard>
          <MethodsCard
            say={account.methods}
            hasPassword={user.hasPassword}
            google={{ linked: user.google, offered: settings().google !== null }}
            csrfToken={token}
          />
        </div>
        <div className="grid gap-5">
          <SessionsCard
            say={account}
            sessions={sessions.map((one) => originIn(one, said))}
            currentId={user.session.id}
            csrfToken={token}
          />
          <ActivityCard
            say={account}
            entries={activity.entries.map((entry) => ({
              ...originIn(entry, said),
              what: sentenceOf(entry, happened),
            }))}
            older={activity.more && last ? `/cuenta?antes=${last.id}#actividad` : null}
            newest={before === undefined ? null : "/cuenta#actividad"}
          />
        </div>
      </div>
      <div className="mt-8 flex flex-wrap gap-x-8 gap-y-5 text-small">
        <LiveForm action="/cuenta/datos" sentBy="download">
          <Hidden values={{ csrfToken: token }} />
          <TextButton id="datos">{account.downloadData}</TextButton>
        </LiveForm>
        <TextLink href="/cuenta/eliminar">{account.remove}</TextLink>
      </div>
    </AccountShell>
  );
}
