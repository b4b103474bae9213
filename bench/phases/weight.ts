import type { Browser, Request } from "@playwright/test";
import { ROUTES } from "@/lib/routes";
import type { Ask } from "../apps/app";
import type { Contestant } from "../apps/contestant";
import type { Run } from "../context";
import { newcomer, withBrowser } from "./browser";

const KB = 1000;
/** what stands in the address bar besides the pages of the table */
const VARIANTS = [
  ...["/login?callbackUrl=/cuenta", "/login?error=CredentialsSignin", "/login?error=OAuthSignin"],
  ...["/login/link?token=none", "/registro/verificar?token=none", "/recuperar/nueva?token=none"],
  "/there-is-no-such-page",
];

/** it redirects a client that asked for no mail */
const SENT = "/login/correo/enviado";

type Weight = { html: number; script: number; all: number };

/** What a browser that was never here loads for each signed-out page, compressed by gzip, in kB of 1,000 bytes. */
export async function weight(run: Run): Promise<void> {
  const notes = run.section("Weight of the first load");
  const all = await run.contestants();
  await withBrowser(run.stage.signal, async (browser) => {
    for (const one of all) {
      const ours = one === all[0];
      const { html, script, all: whole } = await weigh(browser, one, one.app.page);
      const { name } = one.app;
      notes.note(`HTML of the sign-in page, ${name}`, html, "kB", ours ? { most: 6 } : undefined);
      notes.note(
        `first load without the font, ${name}`,
        whole,
        "kB",
        ours ? { most: 22 } : undefined,
      );
      if (!ours) notes.note(`script of the sign-in page, ${name}`, script, "kB");
    }
    const scripts = new Map<string, number>();
    const product = all[0] as Contestant;
    for (const path of [...signedOut(), ...VARIANTS])
      scripts.set(path, (await weigh(browser, product, path)).script);
    const sent = await weigh(browser, product, SENT, product.asks.link(product.next()));
    scripts.set(`${SENT} with its mail`, sent.script);
    for (const [path, kb] of scripts) notes.note(`script of ${path}`, kb, "kB");
    notes.note("script of the heaviest of them", Math.max(...scripts.values()), "kB", { most: 6 });
  });
}

/** Every signed-out page. */
function signedOut(): string[] {
  return Object.entries(ROUTES)
    .filter(
      ([path, { methods, callback }]) =>
        methods.includes("GET") && !callback && !/^\/(api|.*\.)/.test(path),
    )
    .map(([path]) => path);
}

/** @param before what the same browser posted first */
async function weigh(
  browser: Browser,
  { server }: Contestant,
  path: string,
  before?: Ask,
): Promise<Weight> {
  const context = await newcomer(browser);
  if (before) {
    const { headers, body } = before;
    await context.request.post(server.url + before.path, { headers, data: body, maxRedirects: 0 });
  }
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(server.url + path, { waitUntil: "networkidle" });
  const sum = async (of: (type: string) => boolean) => {
    const sizes = requests
      .filter((request) => of(request.resourceType()))
      .map(async (request) => (await request.sizes()).responseBodySize);
    return (await Promise.all(sizes)).reduce((total, size) => total + size, 0) / KB;
  };
  const found = {
    html: await sum((type) => type === "document"),
    script: await sum((type) => type === "script"),
    all: await sum((type) => type !== "font"),
  };
  if (before && page.url() !== server.url + path) throw new Error(`${path} led to ${page.url()}`);
  await context.close();
  return found;
}
