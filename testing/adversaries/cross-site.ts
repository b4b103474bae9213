import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContext, expect } from "@playwright/test";
import { Program } from "../program";
import { NotBegun, type Owner, type Scene } from "./scene";

/** What a page of another site may want of whoever is signed in: what is below `/api` any app on next-auth has. */
const DOORS = [
  ...["/api/auth/signout", "/api/auth/callback/credentials", "/api/auth/signin/email"],
  ...["/cuenta/sesiones/cerrar-todas", "/cuenta/perfil/guardar", "/cuenta/eliminar/confirmar"],
];

/** A page of another origin, which somebody opens in the browser that they are signed in with. */
export class CrossSite {
  readonly expects = {
    posts: "forms of another site change nothing for whoever is signed in, and send no mail",
    frames: "no page shows within a frame of another site",
    reads: "another site cannot read who is signed in",
    signsIn:
      "another site signs nobody in to its own account: by no form, and by no link of a mail",
  } as const;

  private constructor(
    private readonly scene: Scene,
    private readonly server: Server,
    private readonly pages: Map<string, string>,
  ) {}

  /** Serves its pages on this machine, at a host that is another site than the app's. */
  static async at(scene: Scene): Promise<CrossSite> {
    // no page shows what its address says: that would let any site that is open here run scripts on this machine's host
    const pages = new Map<string, string>();
    const server = createServer(({ url = "" }, response) => {
      response.statusCode = pages.has(url) ? 200 : 404;
      response.setHeader("content-type", "text/html; charset=utf-8").end(pages.get(url));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new CrossSite(scene, server, pages);
  }

  /** Sends forms to `doors`, with a token pair of its own. */
  async posts(owner: Owner, doors: readonly string[] = DOORS): Promise<void> {
    const { scene, expects } = this;
    const victim = await scene.browse();
    const program = await scene.signedIn(owner, Program.in(victim));
    const known = await scene.links(owner.email);
    const csrfToken = await (await scene.program()).csrfToken();
    const fields = { csrfToken, email: owner.email, password: "la del atacante", name: "Otra" };
    for (const door of doors) await this.#sends(victim, door, fields);
    expect(await program.address(), expects.posts).toBe(owner.email);
    expect(await scene.links(owner.email), expects.posts).toEqual(known);
    const { name } = (await (await program.context.get("/api/auth/session")).json()).user;
    expect(name, expects.posts).not.toBe(fields.name);
  }

  /** @param paths of pages with a form */
  async frames(paths: readonly string[] = ["/login"]): Promise<void> {
    const { scene, expects } = this;
    for (const path of paths) {
      const page = await (await scene.browse()).newPage();
      await page.goto(path);
      if ((await page.locator("form").count()) === 0) throw new NotBegun(`${path} has no form`);
      const { href } = new URL(path, scene.place.app);
      await page.goto(this.#page(`<iframe src="${href}"></iframe>`), { waitUntil: "networkidle" });
      const within = page.frameLocator("iframe").locator("form");
      expect(await within.count(), expects.frames).toBe(0);
    }
  }

  /** Asks with its victim's cookies who is signed in. */
  async reads(owner: Owner): Promise<void> {
    const { scene, expects } = this;
    const victim = await scene.browse();
    await scene.signedIn(owner, Program.in(victim));
    const page = await victim.newPage();
    await page.goto(this.#page("<h1>A page of another site</h1>"));
    const read = await page.evaluate(
      (url) =>
        fetch(url, { credentials: "include" }).then(
          (answer) => answer.text(),
          () => "",
        ),
      `${scene.place.app}/api/auth/session`,
    );
    expect(read, expects.reads).not.toContain(owner.email);
  }

  /** Login CSRF: whoever opens it would work in the attacker's account, and leave there what is theirs. */
  async signsIn(attacker: Owner): Promise<void> {
    const { scene, expects } = this;
    const { email, password } = attacker;
    const victim = await scene.browse();
    const theirs = await scene.program();
    const { link } = await scene.asksForLink(theirs, attacker);
    const csrfToken = await theirs.csrfToken();
    if (password)
      await this.#sends(victim, "/api/auth/callback/credentials", { csrfToken, email, password });
    const page = await victim.newPage();
    await page.goto(this.#page(`<script>location = ${JSON.stringify(link)}</script>`));
    await page.waitForURL((url) => url.origin === new URL(scene.place.app).origin);
    await page.waitForLoadState("networkidle");
    expect(await Program.in(victim).address(), expects.signsIn).toBeNull();
    const src = link.replaceAll("&", "&amp;");
    const hidden = `<img src="${src}"><iframe src="${src}"></iframe>`;
    await page.goto(this.#page(hidden), { waitUntil: "networkidle" });
    expect(await Program.in(victim).address(), expects.signsIn).toBeNull();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  /** Opens a page that sends a form by itself, and waits for what the app answers. */
  async #sends(victim: BrowserContext, door: string, fields: Record<string, string>) {
    const page = await victim.newPage();
    const inputs = Object.entries(fields).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
    );
    const action = this.scene.place.app + door;
    const html = `<form method="post" action="${action}">${inputs.join("")}</form><script>document.forms[0].submit()</script>`;
    const answered = page.waitForResponse((one) => one.url() === action);
    await page.goto(this.#page(html));
    await answered;
    await page.waitForLoadState("networkidle");
    await page.close();
  }

  /** The address of a new page of its own. `localhost` and `127.0.0.1` are two sites; so is either to any other host. */
  #page(html: string): string {
    const { port } = this.server.address() as AddressInfo;
    const host = new URL(this.scene.place.app).hostname === "127.0.0.1" ? "localhost" : "127.0.0.1";
    const path = `/${randomUUID()}`;
    this.pages.set(path, html);
    return `http://${host}:${port}${path}`;
  }
}
