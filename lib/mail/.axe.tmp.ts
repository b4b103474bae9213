import { chromium } from "playwright"; import AxeBuilder from "@axe-core/playwright";
import * as ml from "@/lib/mail/letters/magic-link"; import * as rg from "@/lib/mail/letters/registration"; import * as rs from "@/lib/mail/letters/reset"; import * as nt from "@/lib/mail/letters/notices";
const a = { address: "ana@gmail.com" as never, device: "Chrome en Windows", place: "Bogotá, Colombia", at: new Date("2026-11-24T14:12:00Z"), url: "http://localhost:3000/login/link?token=EJEMPLO", loginUrl: "http://localhost:3000/login", code: "482 913" };
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const colorScheme of ["light", "dark"] as const) for (const width of [320, 360, 600]) {
  const c = await b.newContext({ viewport: { width, height: 700 }, colorScheme }); const p = await c.newPage();
  const reqs: string[] = []; p.on("request", r => reqs.push(r.url()));
  for (const m of [ml, rg, rs, nt]) for (const [k, f] of Object.entries(m)) { await p.setContent((f as any)(a).html);
    const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth); if (over > 0) console.log("OVERFLOW", k, width, over);
    const r = await new AxeBuilder({ page: p }).disableRules(["landmark-one-main","region"]).analyze(); for (const v of r.violations) console.log(k, colorScheme, width, v.id, v.nodes.map(n => n.html.slice(0,100)));
  }
  console.log(colorScheme, width, "requests", reqs.filter(x => !x.startsWith("about:") && !x.startsWith("data:")).length); 
  if (width === 360 && colorScheme === "light") { await p.setContent((ml.magicLinkLetter as any)(a).html.replace('<html lang="es">','<html lang="es" data-ogsc data-ogsb>')); await p.screenshot({ path: "/tmp/mail/ogsc.png", fullPage: true }); }
  await c.close(); }
await b.close();
