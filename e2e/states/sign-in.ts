import { expect } from "@playwright/test";
import { errors } from "@/lib/messages/es/errors";
import { PASSWORD } from "@/testing/person/password";
import { hold, said, send, sendTo, wrongFields } from "./forms";
import { arrived, registered } from "./people";
import type { PageState, Stage } from "./state";

const SIGN_IN = "/api/auth/callback/credentials";
const WRONG = "no es esta clave";

/** One code for each sentence of `?error=`. */
const CODES = Object.entries(errors).flatMap(([code, { text }], index, all) =>
  all.findIndex(([, other]) => other.text === text) === index ? [code] : [],
);

/** Ten wrong passwords in a row, the last of them just now. */
async function slowed(stage: Stage, wait: string) {
  const { page, lab, address, go } = stage;
  await lab.database.sql(
    `insert into "TryThrottle" (address, failures, "slowedUntil") values ($1, 10, clock_timestamp() + $2::interval)`,
    [address, wait],
  );
  await go("/login");
  await send(page, SIGN_IN, { email: address, password: WRONG });
  await said(page);
}

export const signIn: PageState[] = [
  { name: "login", path: "/login", open: ({ go }) => go("/login") },
  {
    name: "login-without-scripts",
    path: "/login",
    browser: "without scripts",
    like: "login",
    open: ({ go }) => go("/login"),
  },
  {
    name: "login-last-used",
    path: "/login",
    async open(stage) {
      await arrived(stage);
      await sendTo(stage.page, "/login", "/api/auth/signout");
      await stage.page.reload();
    },
  },
  {
    name: "login-signed-out",
    path: "/login",
    async open(stage) {
      await arrived(stage);
      await sendTo(stage.page, "/login", "/api/auth/signout");
      await said(stage.page, "status");
    },
  },
  {
    name: "login-typo",
    path: "/login",
    async open({ page, go }) {
      await go("/login");
      await page.locator('[name="email"]').fill("ana@gamil.com");
      await page.keyboard.press("Tab");
      await expect(page.getByText("ana@gmail.com")).toBeVisible();
    },
  },
  {
    name: "login-empty",
    path: "/login",
    async open({ page, go }) {
      await go("/login");
      await send(page, SIGN_IN);
      await wrongFields(page, 2);
    },
  },
  {
    name: "login-one-field",
    path: "/login",
    async open({ page, address, go }) {
      await go("/login");
      await send(page, SIGN_IN, { email: address });
      await wrongFields(page, 1);
    },
  },
  {
    name: "login-sending",
    path: "/login",
    async open({ page, address, go }) {
      await go("/login");
      await hold(page, SIGN_IN);
      await send(page, SIGN_IN, { email: address, password: PASSWORD });
      await expect(page.locator('[aria-disabled="true"]')).toBeVisible();
    },
  },
  {
    name: "login-wrong-password",
    path: "/login",
    async open({ page, address, go }) {
      await go("/login");
      await send(page, SIGN_IN, { email: address, password: WRONG });
      await said(page);
    },
  },
  {
    name: "login-wrong-password-without-scripts",
    path: "/login",
    browser: "without scripts",
    like: "login-wrong-password",
    async open({ page, address, go }) {
      await go("/login");
      await send(page, SIGN_IN, { email: address, password: WRONG });
      await said(page);
    },
  },
  { name: "login-slowed", path: "/login", open: (stage) => slowed(stage, "30 s") },
  {
    name: "login-slowed-long",
    path: "/login",
    like: "login-slowed",
    open: (stage) => slowed(stage, "15 min"),
  },
  {
    name: "login-session-ended",
    path: "/login",
    async open(stage) {
      const { page, lab, address, go } = stage;
      await arrived(stage);
      await lab.database.sql(
        `update "Session" s set "endedAt" = clock_timestamp() from "User" u where u.id = s."userId" and u.email = $1`,
        [address],
      );
      await go("/cuenta");
      await said(page, "status");
    },
  },
  {
    name: "login-cookies-refused",
    path: "/login",
    browser: "refusing cookies",
    async open({ page, go }) {
      await go("/login");
      await said(page, "status");
    },
  },
  {
    name: "login-cookies-refused-sent",
    path: "/login",
    browser: "refusing cookies",
    async open(stage) {
      const { page, address, go } = stage;
      await registered(stage);
      await go("/login");
      await send(page, SIGN_IN, { email: address, password: PASSWORD });
      await said(page);
    },
  },
  ...CODES.map((code) => ({
    name: `login-error-${code.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}`,
    path: "/login" as const,
    ...(code !== "SessionRequired" && { like: "login-wrong-password" }),
    async open({ page, go }: Stage) {
      await go(`/login?error=${code}`);
      await said(page);
    },
  })),
];
