import { expect, test } from "../support/fixtures";
import { violations } from "../support/lab/axe";

// What a stranger can open. Nothing here needs a local service, so it also runs against a deployment.

const PAGES = {
  "/login": "Ingresa a tu cuenta",
  "/login/correo": "Ingresa desde tu correo",
  "/login/link": "",
  "/registro": "Crea tu cuenta",
  "/recuperar": "",
  "/no-existe": "",
};

for (const [path, heading] of Object.entries(PAGES))
  test(`${path} can be read by everyone`, { tag: "@anywhere" }, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading || /./);
    expect(await violations(page)).toEqual([]);
  });

test("a stranger is led to sign in", { tag: "@anywhere" }, async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/login$/);
  await page.goto("/cuenta");
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
});

test("one alert says what went wrong, and none says that nothing did", {
  tag: "@anywhere",
}, async ({ page }) => {
  for (const [path, alerts] of [
    ["/login?error=OAuthSignin", 1],
    ["/login", 0],
  ] as const) {
    await page.goto(path);
    // scripts run, and what they add is there
    await expect(page.locator("form[novalidate]")).not.toHaveCount(0);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(page.getByRole("alert")).toHaveCount(alerts);
    await expect(page.locator("[role=alert]")).toHaveCount(alerts);
  }
});

test("the question on the sign-in page is a text of its own", { tag: "@anywhere" }, async ({
  page,
}) => {
  await page.goto("/login");
  await expect(page.getByText("¿Aún no tienes cuenta en Alegra?", { exact: true })).toBeVisible();
});

test("an icon is where every browser looks for it, and a link's preview says nothing of its address", {
  tag: "@anywhere",
}, async ({ request, baseURL }) => {
  for (const [path, type, begins] of [
    ["/favicon.ico", "image/x-icon", "\0\0\x01\0"],
    ["/apple-touch-icon.png", "image/png", "\x89PNG"],
    ["/icon.svg", "image/svg+xml", "<svg"],
  ] as const) {
    const answer = await request.get(path);
    expect([path, answer.status(), answer.headers()["content-type"]]).toEqual([path, 200, type]);
    expect((await answer.body()).toString("latin1").startsWith(begins), path).toBe(true);
    expect((await request.head(path)).status(), path).toBe(200);
  }
  const html = await (await request.get("/recuperar/nueva?token=abc&email=ana@x.co")).text();
  const head = html.slice(0, html.indexOf("</head>"));
  const tags = [
    ...head.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"/g),
  ];
  const said = Object.fromEntries(tags.map(([, name, content]) => [name, content]));
  expect(said).toMatchObject({
    "og:title": "Ingresa a tu cuenta · Alegra",
    "og:description": expect.stringMatching(/./),
    "og:image": `${baseURL}/apple-touch-icon.png`,
    "twitter:card": "summary",
  });
  expect(JSON.stringify(said)).not.toMatch(/token|abc|@/);
});

test("what is pressed is not printed", { tag: "@anywhere" }, async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const path of ["/login", "/registro", "/no-existe"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("button:visible, input:visible, aside:visible")).toHaveCount(0);
  }
});

test("the page is painted whole at once: nothing fades in, and nothing moves afterwards", {
  tag: "@anywhere",
}, async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, reducedMotion: "no-preference" });
  for (const path of ["/login", "/registro", "/login/correo"]) {
    await page.goto(path);
    await expect(page.locator("form[novalidate]")).not.toHaveCount(0);
    const { first, largest, moved } = await page.evaluate(async () => {
      const seen = (type: string) =>
        new Promise<PerformanceEntry[]>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries())).observe({
            type,
            buffered: true,
          });
        });
      const painted = await seen("paint");
      const largest = (await seen("largest-contentful-paint")).at(-1)?.startTime;
      // what could still move it
      await document.fonts.ready;
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
      const moves = new PerformanceObserver(() => undefined);
      moves.observe({ type: "layout-shift", buffered: true });
      return {
        first: painted.find(({ name }) => name === "first-contentful-paint")?.startTime ?? 0,
        largest: largest ?? Number.NaN,
        moved: moves.takeRecords().length,
      };
    });
    expect([path, largest - first <= 50, moved]).toEqual([path, true, 0]);
  }
  await page.close();
});
