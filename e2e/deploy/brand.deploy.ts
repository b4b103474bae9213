import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { register } from "../support/lab/person";
import { BRAND_FILE, SECOND_BRAND, SECOND_NAME, tracesIn } from "../support/second-brand";
import { database, freshAddress, inbox } from "../support/unit";
import { Wire } from "../support/unit/wire";
import { bareApp, ports } from "./app";
import { builtCopy } from "./copy";

// These sources with another brand's file, built and started: what a person sees of it has nothing of our brand.

const GUEST_PAGES = [
  ...["/login", "/login?error=OAuthSignin", "/login/correo", "/login/link?token=x", "/registro"],
  ...["/registro/verificar?token=x", "/recuperar", "/recuperar/nueva?token=x", "/nada"],
];

let copy = "";
let origin = "";
let wire: Wire;

beforeAll(async () => {
  copy = builtCopy("brand", { differing: { [BRAND_FILE]: SECOND_BRAND } });
  wire = await Wire.to(database.url);
  const [port = 0] = await ports(1);
  origin = `http://localhost:${port}`;
  await bareApp(port, { DATABASE_URL: wire.url, NEXTAUTH_URL: origin, EMAIL_FROM: "" }, copy);
});

describe("an app built with another brand shows nothing of ours", () => {
  it("in its pages, and in what they load", async () => {
    const program = await Program.at(origin, { accept: "text/html" });
    for (const path of GUEST_PAGES) {
      const html = await (await program.context.get(path)).text();
      expect(html).toContain("Nube &amp; Cía");
      expect(html).toContain('href="https://help.nube.example/?a=1&amp;b=2"');
      expect([path, tracesIn(html)]).toEqual([path, []]);
    }
    const icon = await (await program.context.get("/icon.svg")).text();
    expect([icon.includes("M8 8v16"), tracesIn(icon)]).toEqual([true, []]);
    const loaded = join(copy, "public/assets");
    const texts = readdirSync(loaded).filter((file) => /\.(js|css)$/.test(file));
    expect(texts.length).toBeGreaterThan(5);
    for (const file of texts)
      expect([file, tracesIn(readFileSync(join(loaded, file), "utf8"))]).toEqual([file, []]);
  });

  it("in a registration, its mails and the account", async () => {
    const address = freshAddress();
    await register(origin, inbox, address);
    const program = await Program.at(origin, { accept: "text/html" });
    await program.post("/api/auth/callback/credentials", { email: address, password: PASSWORD });
    const account = await (await program.context.get("/cuenta")).text();
    expect(account).toContain("Nube &amp; Cía");
    expect(tracesIn(account)).toEqual([]);
    await program.post("/api/auth/signin/email", { email: address });
    await program.post("/recuperar/enviar", { email: address });
    await program.post("/registro/crear", { name: "Ana", email: address, password: PASSWORD });
    await vi.waitUntil(async () => (await inbox.mails(address)).length >= 4, 10_000);
    for (const { subject, text, html } of await inbox.mails(address)) {
      expect(text).toContain(SECOND_NAME);
      expect([subject, tracesIn(subject + text + html)]).toEqual([subject, []]);
    }
  });

  it("in the maintenance page", async () => {
    wire.cut();
    const page = await vi.waitUntil(async () => {
      const asked = await fetch(`${origin}/login`);
      return asked.status === 503 && asked.text();
    }, 10_000);
    expect(page).toContain("· Nube &amp; Cía</title>");
    expect(tracesIn(page)).toEqual([]);
  });
});
