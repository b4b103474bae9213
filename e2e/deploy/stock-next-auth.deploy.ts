import { type Browser, chromium } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { stockNextAuth } from "@/bench/apps/peers";
import { firstAnswer, startServer } from "@/bench/apps/server";
import { CrossSite } from "@/testing/adversaries/cross-site";
import { DoubleClicker } from "@/testing/adversaries/double-clicker";
import { Racer } from "@/testing/adversaries/racer";
import { Scanner } from "@/testing/adversaries/scanner";
import { type Owner, Scene } from "@/testing/adversaries/scene";
import { Thief } from "@/testing/adversaries/thief";
import { Database } from "@/testing/database";
import { PASSWORD } from "@/testing/person/password";
import { ensureBrowser, FLAGS, LOCAL_FLAGS } from "../support/browser";
import { register } from "../support/lab/person";
import { emptyDatabase, freshAddress, inbox } from "../support/unit";
import { app, ports } from "./app";
import { stopAtEnd } from "./program";

// The kit's adversaries at an app on next-auth that is set up as its documentation says, and at ours: the same code.

type App = {
  origin: string;
  /** its page with the form that asks for a link */
  asksAt: string;
  /** its page with a form */
  page: string;
  owner: () => Promise<Owner>;
};
type Attack = { expected: string; outcome: Promise<unknown> };

const COST = 10;
const ATTACKS: [string, (scene: Scene, at: App, owner: Owner) => Attack | Promise<Attack>][] = [
  ["a scanner", (scene, _, owner) => from(new Scanner(scene), "opens", (one) => one.opens(owner))],
  [
    "a thief with a forwarded mail",
    (scene, _, owner) => from(new Thief(scene), "forwardedMail", (one) => one.forwardedMail(owner)),
  ],
  [
    "a thief with a copied cookie",
    (scene, _, owner) =>
      from(new Thief(scene), "cookieOfSignedOut", (one) => one.cookieOfSignedOut(owner)),
  ],
  [
    "a racer for mails",
    (scene, _, owner) => from(new Racer(scene), "asks", (one) => one.asks(owner)),
  ],
  [
    "a racer for passwords",
    (scene, _, owner) => from(new Racer(scene), "passwords", (one) => one.passwords(owner)),
  ],
  [
    "a site that frames pages",
    async (scene, { page }) => from(await site(scene), "frames", (one) => one.frames([page])),
  ],
  [
    "a site that signs others in to its own account",
    async (scene, _, owner) => from(await site(scene), "signsIn", (one) => one.signsIn(owner)),
  ],
  [
    "a double-clicker",
    (scene, { asksAt }, owner) =>
      from(new DoubleClicker(scene), "asks", (one) => one.asks(owner, asksAt)),
  ],
];

let browser: Browser;
let stock: App;
let ours: App;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...FLAGS, ...LOCAL_FLAGS],
  });
  [stock, ours] = [await startStock(), await startOurs()];
});
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));
afterAll(() => browser.close());

describe("stock next-auth does not hold what we hold:", () => {
  it.each(ATTACKS)("%s", async (_, attack) => {
    const { expected, outcome } = await attack(sceneAt(stock), stock, await stock.owner());
    await expect(outcome).rejects.toThrow(expected);
  });
});

describe("ours does:", () => {
  it.each(ATTACKS)("%s", async (_, attack) => {
    const { outcome } = await attack(sceneAt(ours), ours, await ours.owner());
    await outcome;
  });
});

function from<One extends { expects: Record<string, string> }>(
  one: One,
  name: string & keyof One["expects"],
  attack: (one: One) => Promise<unknown>,
): Attack {
  return { expected: one.expects[name] ?? "", outcome: attack(one) };
}

async function site(scene: Scene): Promise<CrossSite> {
  const crossSite = await CrossSite.at(scene);
  open.push(crossSite);
  return crossSite;
}

function sceneAt({ origin }: App): Scene {
  const scene = new Scene({ app: origin, apps: [origin] }, browser, inbox);
  open.push(scene);
  return scene;
}

async function startOurs(): Promise<App> {
  const [port = 0] = await ports(1, 1);
  const origin = `http://localhost:${port}`;
  await app(port, { NEXTAUTH_URL: origin });
  const owner = async () => {
    const email = freshAddress();
    await register(origin, inbox, email);
    return { email, password: PASSWORD };
  };
  return { origin, asksAt: "/login/correo", page: "/login", owner };
}

async function startStock(): Promise<App> {
  const never = new AbortController().signal;
  const { name, folder, command, page, settings, prepare, hash } = await stockNextAuth(
    console.log,
    never,
  );
  const databaseUrl = await emptyDatabase();
  await prepare(databaseUrl);
  const [port = 0] = await ports(1, 2);
  const origin = `http://localhost:${port}`;
  const env = settings({ origin, databaseUrl, smtp: process.env.EMAIL_SERVER ?? "", cost: COST });
  const server = await startServer({ name, folder, command, env, port }, never);
  stopAtEnd(server);
  await firstAnswer(server, page);
  const database = new Database(databaseUrl);
  const owner = async () => {
    const email = freshAddress();
    const row = [email, await hash(PASSWORD, COST)];
    await database.sql(`insert into "User" (email, "passwordHash") values ($1, $2)`, row);
    return { email, password: PASSWORD };
  };
  return { origin, asksAt: page, page, owner };
}
