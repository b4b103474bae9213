import type { Page } from "@playwright/test";
import type { Language } from "@/lib/messages/languages";
import type { Mail } from "@/testing/inbox/inbox";
import { test as base, expect } from "../support/fixtures";
import { alive as isAlive } from "../support/lab/pages";
import { LOCALES, type PageState, type Stage, type State } from "./state";

export { expect };

/** A state as it stands in the browser. */
export type Shown = { page: Page; mail?: Mail };

type Fixtures = { state: State; language: Language; stage: Stage; shown: Shown };

const isPage = (state: State): state is PageState => "open" in state;
const browserOf = (state: State) => (isPage(state) ? state.browser : undefined);
const NONE: State = { name: "none", path: "/login", open: async () => undefined };

/** Opens one state of the product, `test.use({ state })`, in a browser of its own. */
export const test = base.extend<Fixtures>({
  state: [NONE, { option: true }],
  language: ["es", { option: true }],
  locale: async ({ language }, use) => use(LOCALES[language]),
  extraHTTPHeaders: async ({ language }, use) => use({ "accept-language": LOCALES[language] }),
  javaScriptEnabled: async ({ state }, use) => use(browserOf(state) !== "without scripts"),
  allowedErrors: async ({ state }, use) => use((isPage(state) && state.errors) || []),

  context: async ({ context, refusing, state, contextOptions, locale, baseURL }, use) => {
    if (browserOf(state) !== "refusing cookies") return use(context);
    const refused = await (await refusing()).newContext({ ...contextOptions, locale, baseURL });
    await use(refused);
    await refused.close();
  },

  stage: async (
    { page, lab, address, language, javaScriptEnabled, person, signedIn, signIn },
    use,
  ) => {
    const undo: (() => unknown)[] = [];
    async function alive() {
      if (javaScriptEnabled) await isAlive(page);
    }
    async function go(path: string) {
      await page.goto(path);
      await alive();
    }
    await use({
      ...{ page, lab, address, language, go, alive, signIn },
      person: (wanted) => person({ language, ...wanted }),
      signedIn: (wanted) => signedIn({ language, ...wanted }),
      after: (one) => undo.push(one),
    });
    for (const one of undo.reverse()) await one();
  },

  shown: async ({ stage, state }, use) => {
    const { page } = stage;
    if (isPage(state)) {
      await state.open(stage);
      await expect(page).toHaveURL((url) => url.pathname === state.path);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await use({ page });
    } else {
      const mail = await state.mail(stage);
      // a page of its own: the one that asked for the mail may still be on its way
      const client = await page.context().newPage();
      await client.setContent(mail.html);
      await use({ page: client, mail });
    }
  },
});
