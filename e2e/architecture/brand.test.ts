import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { BRAND, DARK, LIGHT } from "@/lib/config/brand";
import type { Email } from "@/lib/email";
import { BRAND_FILE, SECOND_BRAND, SECOND_NAME, tracesIn } from "../support/second-brand";

const FOLDERS = ["app", "commands", "components", "lib", "local", "prisma", "server"];
const ROOT_FILES = ["proxy.ts", "server.ts", "instrumentation.ts", "tailwind.config.ts"];
/** Google's own colours, and those of names */
const COLORFUL = ["components/ui/icon.tsx", "local/theme.ts"];

const isSource = (name: string) =>
  /\.(tsx?|mjs|css|svg)$/.test(name) && !/\.test\.tsx?$|^prisma\/generated\//.test(name);
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name)),
)
  .concat(ROOT_FILES)
  .filter((file) => isSource(file) && file !== BRAND_FILE);

const hits = (of: (text: string) => readonly string[]) =>
  files.flatMap((file) => of(readFileSync(file, "utf8")).map((hit) => `${file}: ${hit}`));

describe("the brand is written in one file", () => {
  it("with its name", () => {
    expect(files.length).toBeGreaterThan(250);
    const name = new RegExp(BRAND.name, "gi");
    expect(hits((text) => text.match(name) ?? [])).toEqual([]);
  });

  it("with its colours: elsewhere there are shades of grey", () => {
    const ours = [...new Set<string>([...Object.values(LIGHT), ...Object.values(DARK)])];
    const all = hits((text) => text.match(/#[0-9a-f]{6}\b|rgba?\([^)]*\d[^)]*\)/gi) ?? []);
    const coloured = all.filter((hit) => !/#(..)\1\1$|rgba?\((\d+)[ ,]+\2[ ,]+\2\b/i.test(hit));
    const strange = coloured.filter((hit) => !COLORFUL.some((file) => hit.startsWith(file)));
    const borrowed = coloured.filter((hit) => ours.some((color) => hit.endsWith(color)));
    expect([...strange, ...borrowed]).toEqual([]);
  });
});

describe("with another brand's file there is no trace of ours", () => {
  const folder = mkdtempSync(join(tmpdir(), "ingreso-brand-"));
  beforeAll(() => {
    writeFileSync(join(folder, "brand.ts"), SECOND_BRAND);
    vi.resetModules();
    vi.doMock("@/lib/config/brand", () => import(join(folder, "brand.ts")));
  });
  afterAll(() => {
    vi.doUnmock("@/lib/config/brand");
    rmSync(folder, { recursive: true });
  });

  it("in the sentences", async () => {
    const { CATALOGUES } = await import("@/lib/messages/messages");
    const { dateAndHourOf } = await import("@/lib/messages/hour");
    const said = everything(CATALOGUES) + dateAndHourOf(new Date(1));
    expect(said).toContain(SECOND_NAME);
    expect(said).toContain("Perú");
    expect(tracesIn(said)).toEqual([]);
  });

  it("in a mail, and where the sender is not set", async () => {
    const { magicLinkLetter } = await import("@/lib/magic-link/letter");
    const { readSettings } = await import("@/lib/config/settings");
    const asked = { address: "ana@gmail.com" as Email, url: "https://x.example/", code: "482913" };
    const seen = { device: "Chrome en Windows", place: null, at: new Date() };
    const { subject, text, html } = magicLinkLetter({ ...asked, ...seen });
    expect(html).toContain("Nube &amp; Cía</td>");
    expect(tracesIn(subject + text + html)).toEqual([]);
    const read = readSettings({ ...process.env, EMAIL_FROM: "", SUPPORT_URL: "" });
    expect(read).toMatchObject({
      settings: {
        emailFrom: `${SECOND_NAME} <ingreso@localhost>`,
        supportUrl: expect.stringContaining("nube"),
      },
    });
  });

  it("in the maintenance page and the fault page", async () => {
    const { faultPage, maintenancePage } = await import("@/lib/http/maintenance-page");
    for (const page of [maintenancePage(null), faultPage("/login")]) {
      const html = await page.text();
      expect(html).toContain("· Nube &amp; Cía</title>");
      expect(tracesIn(html)).toEqual([]);
    }
  });

  it("in the local inbox and the local Google", async () => {
    const { inboxPage } = await import("@/local/inbox/page");
    const { chooserPage } = await import("@/local/google/pages");
    const html = inboxPage([], undefined, { mode: "none" }) + chooserPage("id", []);
    expect(html.match(/Nube &#38; Cía/g)).toHaveLength(3);
    expect(tracesIn(html)).toEqual([]);
  });

  it("in what a password must not be made of", async () => {
    const { contextWords } = await import("@/lib/password/context");
    const words = [...contextWords({ address: "x@y.co" as Email, name: null }).keys()];
    expect(words).toEqual(expect.arrayContaining(["nube", "inventario", "ingreso"]));
    expect(tracesIn(words.join(" "))).toEqual([]);
  });
});

/** Each sentence below; a moment stands for whatever is filled in. */
function everything(said: unknown): string {
  if (typeof said === "function") return everything(said(...Array(3).fill(new Date(1))));
  if (typeof said !== "object" || said === null) return String(said);
  return Object.values(said).map(everything).join("\n");
}
