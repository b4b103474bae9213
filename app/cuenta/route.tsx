import { AccountShell } from "@/components/account/account-shell";
import { ActivityCard } from "@/components/account/activity-card";
import { DataCard } from "@/components/account/data-card";
import { LostPhoneAlert } from "@/components/account/lost-phone-alert";
import { MethodsCard } from "@/components/account/methods-card";
import { PasskeyOffer } from "@/components/account/passkey-offer";
import { PasskeysCard } from "@/components/account/passkeys-card";
import { NameForm, ProfileCard } from "@/components/account/profile-card";
import { SecondStepCard } from "@/components/account/second-step-card";
import { SessionsCard } from "@/components/account/sessions-card";
import { Banners } from "@/components/ui/banners";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { Sentence } from "@/components/ui/sentence";
import { type ActivityRun, activityOf } from "@/lib/activity/list";
import { settings } from "@/lib/config/settings";
import { requireUser } from "@/lib/http/current-user";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { lostPhoneOf } from "@/lib/second-step/lost-phone";
import { secondStepOf } from "@/lib/second-step/state";
import { openSessionsOf } from "@/lib/session/list";
import { page } from "../page-route";
import { sentenceOf } from "./activity-text";
import { withOrigin } from "./origin";

/** entries of the activity on one page */
const SHOWN = 10;
const ENTRY = /^\d{1,18}$/;

/** The signed-in home. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/cuenta", async ({ query, shown }) => {
  const user = await requireUser("/cuenta");
  const said = messages();
  const { account, activity: happened } = said;
  const before = ENTRY.test(String(query.antes)) ? BigInt(String(query.antes)) : undefined;
  const [sessions, activity, step, lostPhoneDue] = await retryWhenAway(
    Promise.all([
      openSessionsOf(user.id),
      activityOf(user, SHOWN, before),
      user.hasSecondStep ? secondStepOf(user.id) : null,
      user.hasSecondStep ? lostPhoneOf(user.id) : null,
    ]),
  );
  const told = (entry: ActivityRun) => {
    const what = sentenceOf(entry, happened);
    return entry.times > 1 ? account.activity.times(what, entry.times) : what;
  };
  const last = activity.entries.at(-1);
  const { appUrl, google } = settings();
  const first = user.name?.trim().split(/\s+/)[0];
  return (
    <AccountShell say={account} name={user.name ?? user.address}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <Heading lead={account.lead}>
            <Sentence
              of={first ? account.helloTo : account.hello}
              parts={{ name: <bdi>{first}</bdi> }}
            />
          </Heading>
        </div>
        {appUrl && (
          <a href={appUrl} className={`narrow:w-full ${buttonClass("primary", "small")}`}>
            <span>{account.goOn}</span>
            <Icon name="out" />
          </a>
        )}
      </div>
      <Banners />
      {lostPhoneDue && <LostPhoneAlert say={said.lostPhone.own} due={lostPhoneDue} />}
      {user.passkeys === 0 && <PasskeyOffer />}
      <div className="mt-6 grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:grid-rows-[auto_1fr]">
        <div className="grid gap-5">
          <ProfileCard
            say={account.profile}
            name={user.name}
            address={user.address}
            createdAt={user.createdAt}
          >
            <NameForm
              say={account.profile}
              name={shown.answer.values.name ?? user.name ?? ""}
              wrong={shown.answer.fields.name !== undefined}
            />
          </ProfileCard>
          <MethodsCard
            say={account.methods}
            hasPassword={user.hasPassword}
            google={{ linked: user.google, offered: google !== null }}
            reauthenticated={user.session.reauthenticated}
          />
          <PasskeysCard many={user.passkeys} />
          <SecondStepCard say={said.twoSteps} since={step?.since ?? null} />
        </div>
        <div className="grid gap-5 lg:row-span-2">
          <SessionsCard
            say={account}
            sessions={sessions.map((session) => withOrigin(session, said))}
            currentId={user.session.id}
          />
          <ActivityCard
            say={account}
            entries={activity.entries.map((entry) => ({
              ...withOrigin(entry, said),
              what: told(entry),
            }))}
            older={activity.more && last ? `/cuenta?antes=${last.id}#actividad` : null}
            newest={before === undefined ? null : "/cuenta#actividad"}
          />
        </div>
        <DataCard say={account.data} format={query.formato === "html" ? "html" : "json"} />
      </div>
    </AccountShell>
  );
});
