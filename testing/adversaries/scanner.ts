import { expect } from "@playwright/test";
import { Program } from "../program";
import { type Owner, openLink, type Scene } from "./scene";

const SCANNER = { "user-agent": "Mozilla/5.0 (compatible; LinkScanner/1.0)" };
const PREFETCH = { purpose: "prefetch", "sec-purpose": "prefetch;prerender" };

/** Opens every link of a mail before its reader does, as the filters of mail providers and the previews of chats do. */
export class Scanner {
  readonly expects = {
    opens: "a link that scanners opened still lets its owner in, once",
  } as const;

  constructor(private readonly scene: Scene) {}

  /** Somebody asks for a link; it is opened by scanners, by its owner, and by one more. @returns the link, which is used */
  async opens(owner: Owner): Promise<string> {
    const { scene, expects } = this;
    const own = await scene.browse();
    const { link } = await scene.asksForLink(Program.in(own), owner);
    await this.visits(link);
    expect(await openLink(own, link), expects.opens).toBe(owner.email);
    expect(await openLink(await scene.browse(), link), expects.opens).toBeNull();
    return link;
  }

  /** Opens any link: HEAD, GET and a prefetch, each twice at the same instant; then a browser with scripts and one without. */
  async visits(link: string): Promise<void> {
    const ways: RequestInit[] = [
      { method: "HEAD", headers: SCANNER },
      { headers: SCANNER },
      { headers: { ...SCANNER, ...PREFETCH } },
    ];
    await Promise.all([...ways, ...ways].map((way) => fetch(link, way)));
    for (const scripts of [true, false]) {
      const page = await (await this.scene.browse({ scripts })).newPage();
      await page.goto(link, { waitUntil: "networkidle" });
    }
  }
}
