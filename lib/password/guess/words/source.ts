import { readFileSync } from "node:fs";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as spanish } from "@zxcvbn-ts/language-es-es";
import { dictionary as portuguese } from "@zxcvbn-ts/language-pt-br";
import { plainOf } from "../../plain";

/** Shorter ones are in many random passwords, and found as fast letter by letter. */
const SHORTEST = 4;

/** By source, most common first (NOTICE.md), as `plainOf`. A repeated word leaves its place empty: ranks stay. */
export function sourceWords(): Record<string, string[]> {
  const lists: Record<string, string[]> = {
    ...regional(),
    common: plain(common["passwords-common"]).slice(0, 20_000),
    spanish: plain(spanish["commonWords-es-es"]),
    spanishWiki: plain(spanish["wikipedia-es-es"]).slice(0, 20_000),
    spanishNames: plain(alternating(spanish["firstnames-es-es"], spanish["lastnames-es-es"])).slice(
      0,
      8_000,
    ),
    portuguese: plain(portuguese["commonWords-pt-br"]).slice(0, 20_000),
    portugueseNames: plain(portuguese["firstnames-pt-br"]),
    english: plain(english["commonWords-en"]).slice(0, 20_000),
  };
  const best = new Map<string, number>();
  for (const words of Object.values(lists))
    for (const [rank, word] of words.entries())
      best.set(word, Math.min(rank, best.get(word) ?? rank));
  const taken = new Set<string>();
  const stands = (word: string, rank: number) => {
    const here = best.get(word) === rank && !taken.has(word);
    if (here) taken.add(word);
    return here;
  };
  for (const [name, words] of Object.entries(lists))
    lists[name] = words.map((word, rank) => (stands(word, rank) ? word : ""));
  return lists;
}

/** Our own lists: `[name] a note`, then words without accents. */
function regional(): Record<string, string[]> {
  const text = readFileSync(new URL("regional.txt", import.meta.url), "utf8");
  const [, ...parts] = text.split(/^\[(\w+)\].*\n/m);
  const lists: Record<string, string[]> = {};
  for (let at = 0; at < parts.length; at += 2)
    lists[parts[at] ?? ""] = parts[at + 1]?.trim().split(/\s+/) ?? [];
  return lists;
}

export function sourceKeyboards() {
  const { qwerty, keypad } = adjacencyGraphs;
  return { qwerty, keypad };
}

function plain(words: (string | number)[]): string[] {
  const all = words.map((word) => plainOf(String(word)));
  return [...new Set(all)].filter((word) => word.length >= SHORTEST && /^[!-~]+$/.test(word));
}

function alternating(...lists: (string | number)[][]): (string | number)[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
