import { PASSWORD } from "@/testing/person/password";
import { askedElsewhere, registered } from "./people";
import type { PageState, Stage } from "./state";

const LINKS = {
  "magic-link": { path: "/login/link", endpoint: "/api/auth/signin/email", form: {} },
  registration: {
    path: "/registro/verificar",
    endpoint: "/registro/crear",
    form: { name: "Ana", password: PASSWORD },
  },
  reset: { path: "/recuperar/nueva", endpoint: "/recuperar/enviar", form: {} },
} as const;

const DEATHS = {
  used: `update "OneTimeToken" set "usedAt" = clock_timestamp() where address = $1`,
  ended: `update "OneTimeToken" set "endedAt" = clock_timestamp() where address = $1`,
  expired: `update "OneTimeToken" set expires = clock_timestamp() where address = $1`,
};

async function open(stage: Stage, purpose: keyof typeof LINKS, death: keyof typeof DEATHS) {
  const { endpoint, form } = LINKS[purpose];
  if (purpose !== "registration") await registered(stage);
  const { links } = await askedElsewhere(stage, endpoint, form);
  await stage.lab.database.sql(DEATHS[death], [stage.address]);
  await stage.page.goto(links[0] ?? "");
}

const names = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

/** A link of each purpose, dead in each way. */
export const deadLinks: PageState[] = names(LINKS).flatMap((purpose) => {
  const { path } = LINKS[purpose];
  const dead = names(DEATHS).map((death) => ({
    name: `dead-${purpose}-${death}`,
    path,
    ...(death !== "used" && { like: `dead-${purpose}-used` }),
    open: (stage: Stage) => open(stage, purpose, death),
  }));
  const unknown = {
    name: `dead-${purpose}-unknown`,
    path,
    open: ({ page }: Stage) => page.goto(`${path}?token=${"A".repeat(43)}`),
  };
  return [...dead, unknown];
});
