import { AccountShell } from "@/components/account-shell";
import { ActivityCard } from "@/components/activity-card";
import { Heading } from "@/components/heading";
import { TextLink } from "@/components/links";
import { MethodsCard } from "@/components/methods-card";
import { Notices } from "@/components/notices";
import { NameForm, ProfileCard } from "@/components/profile-card";
import { SessionsCard } from "@/components/sessions-card";
import { activityOf } from "@/lib/activity/list";
import { calmly } from "@/lib/door/calm";
import { csrfToken, formState, type Notice } from "@/lib/door/page";
import { requirePerson } from "@/lib/door/person";
import { openSessionsOf } from "@/lib/session/list";
import { isProved } from "@/lib/session/prove";
import { settings } from "@/lib/settings";
import { words } from "@/lib/words";
import type { WithQuery } from "../query";
import { happened } from "./happened";

/** entries of the activity on one page */
const SHOWN = 10;
const ENTRY = /^\d{1,18}$/;
const DATA = "/cuenta/datos";

/** The signed-in home. */
export default async function AccountPage({ searchParams }: WithQuery) {
  const person = await requirePerson("/cuenta");
  const query = await searchParams;
  const state = await formState("/cuenta");
  const token = await csrfToken();
  const before = ENTRY.test(String(query.antes)) ? BigInt(String(query.antes)) : undefined;
  const downloads = query.descargar !== undefined && (await calmly(isProved(person.session.id)));
  const [sessions, activity] = await calmly(
    Promise.all([openSessionsOf(person.id), activityOf(person, SHOWN, before)]),
  );
  const last = activity.entries.at(-1);
  const first = person.name?.trim().split(/\s+/)[0];
  return (
    <AccountShell
      title="Tu cuenta"
      name={person.name ?? person.address}
      csrfToken={token}
      answer={{ ...state, notice: state.notice ?? (downloads ? DOWNLOADING : null) }}
    >
      {downloads && <meta httpEquiv="refresh" content={`0;url=${DATA}`} />}
      <Heading lead="Revisa cómo ingresas y dónde tienes tu cuenta abierta.">
        <span>{first ? "Hola, " : "Hola"}</span>
        {first && <bdi>{first}</bdi>}
      </Heading>
      <Notices />
      <div className="mt-6 grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="grid gap-5">
          <ProfileCard name={person.name} address={person.address} createdAt={person.createdAt}>
            <NameForm
              name={state.values.name ?? person.name ?? ""}
              wrong={state.fields.name !== undefined}
              csrfToken={token}
              missing={words.name.empty}
            />
          </ProfileCard>
          <MethodsCard
            hasPassword={person.hasPassword}
            google={{ linked: person.google, offered: settings().google !== null }}
            csrfToken={token}
          />
        </div>
        <div className="grid gap-5">
          <SessionsCard sessions={sessions} currentId={person.session.id} csrfToken={token} />
          <ActivityCard
            entries={activity.entries.map((entry) => ({ ...entry, what: happened(entry) }))}
            older={activity.more && last ? `/cuenta?antes=${last.id}#actividad` : null}
            newest={before === undefined ? null : "/cuenta#actividad"}
          />
        </div>
      </div>
      <p className="mt-8 flex flex-wrap gap-x-8 gap-y-5 text-small">
        <TextLink href={DATA}>Descargar mis datos</TextLink>
        <TextLink href="/cuenta/eliminar">Eliminar mi cuenta</TextLink>
      </p>
    </AccountShell>
  );
}

const DOWNLOADING: Notice = {
  tone: "ok",
  text: "Tu descarga empieza sola. Si no, descarga el archivo aquí.",
  link: { href: DATA, text: "descarga el archivo aquí" },
};
