import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { escapeHtml } from "@/lib/mail/escape";
import type { Mail } from "@/testing/inbox/inbox";
import { asked, FOLDER, pictureOf } from "./asked";

type Shown = { place: number; name: string; language: string; title: string; mail?: Mail };

const STYLE = `
  body { margin: 0 auto; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color-scheme: light dark; }
  nav { position: sticky; top: 0; padding: 8px 0; background: Canvas; display: flex; flex-wrap: wrap; gap: 4px 24px; }
  section { border-top: 1px solid GrayText; padding: 16px 0; content-visibility: auto; contain-intrinsic-size: auto 600px; }
  h2 { margin: 0; font-size: 17px; } p { margin: 0 0 8px; }
  .pictures { display: flex; gap: 12px; overflow-x: auto; align-items: start; }
  img { border: 1px solid GrayText; max-height: 560px; width: auto; } img:hover { max-height: none; }
  pre { white-space: pre-wrap; max-width: 80ch; }`;

/** Writes the one page of the gallery, once every picture is there. */
export default class GalleryPage implements Reporter {
  readonly #shown: Shown[] = [];

  onTestEnd(_: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments)
      if (name === "shown" && body) this.#shown.push(JSON.parse(body.toString()));
  }

  onEnd(): void {
    if (this.#shown.length === 0) return;
    mkdirSync(FOLDER, { recursive: true });
    const file = join(FOLDER, "index.html");
    writeFileSync(file, pageOf(this.#shown));
    console.log(`\n${this.#shown.length} states. Written to ${file}`);
  }
}

function pageOf(shown: Shown[]): string {
  const { languages, widths, schemes } = asked();
  const filters = { language: languages, width: widths.map(String), scheme: schemes };
  const boxes = Object.entries(filters).map(([name, values]) =>
    values.map((value) => box(name, value)).join(" "),
  );
  const hidden = Object.entries(filters).flatMap(([name, values]) =>
    values.map(
      (value) =>
        `body:has(#${name}-${value}:not(:checked)) [data-${name}="${value}"] { display: none; }`,
    ),
  );
  const sorted = shown.toSorted((one, other) => order(one, other, languages));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>${STYLE}\n${hidden.join("\n")}</style>
<body><h1>${shown.length} states</h1><nav>${boxes.map((group) => `<span>${group}</span>`).join("")}</nav>
${sorted.map(section).join("\n")}</body></html>\n`;
}

const box = (name: string, value: string) =>
  `<label><input type="checkbox" checked id="${name}-${value}"> ${value}</label>`;

function section({ name, language, title, mail }: Shown): string {
  const { widths, schemes } = asked();
  const pictures = schemes.flatMap((scheme) =>
    widths.map((width) => {
      const path = pictureOf(language, name, width, scheme);
      const about = `data-width="${width}" data-scheme="${scheme}"`;
      return `<a href="${path}" ${about}><img loading="lazy" src="${path}" alt="${name}, ${width} pixels, ${scheme}"></a>`;
    }),
  );
  const text = mail
    ? `<details><summary>Text</summary><pre>${escapeHtml(mail.text)}</pre></details>`
    : "";
  return `<section id="${language}-${name}" data-language="${language}"><h2>${name} · ${language}</h2>
<p>${escapeHtml(mail?.subject ?? title)}</p>${text}<div class="pictures">${pictures.join("")}</div></section>`;
}

/** As the list of states has them, one language after the other at each. */
function order(one: Shown, other: Shown, languages: string[]): number {
  const turn = ({ language }: Shown) => languages.indexOf(language);
  return one.place - other.place || turn(one) - turn(other);
}
