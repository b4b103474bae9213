import { Program } from "@/testing/program";
import { register } from "../support/lab/person";
import { database, freshAddress, inbox } from "../support/unit";
import { byLink, byPassword, done } from "./journeys";

const PEOPLE = 4;
/** so many each at least, however quick the act */
const ROUNDS = 3;

/**
 * Does something while people come and go at `origin`, over connections that stay open.
 * @returns what was not answered as they hoped
 */
export async function underLoad(origin: string, act: () => Promise<unknown>): Promise<string[]> {
  const people = Array.from({ length: PEOPLE }, () => freshAddress());
  for (const address of people) await register(origin, inbox, address);
  const lost: string[] = [];
  let over = false;
  const busy = people.map(async (address) => {
    for (let rounds = 0; !over || rounds < ROUNDS; rounds += 1)
      await round(origin, address).catch((fault: Error) => lost.push(fault.message));
  });
  await act();
  over = true;
  await Promise.all(busy);
  return lost;
}

/** Looks at the pages, comes in by password and by link, and goes. */
async function round(origin: string, address: string): Promise<void> {
  // they are all at one machine, and faster than people
  await database.sql('delete from "RangeHit"');
  await database.sql('delete from "SendThrottle" where address = $1', [address]);
  const reader = await Program.at(origin, { accept: "text/html" });
  for (const path of ["/login", "/registro", "/recuperar", "/login/correo"]) {
    const page = await reader.context.get(path);
    if (page.status() !== 200) throw new Error(`${path}: ${page.status()}`);
    const parts = (await page.text()).match(/\/assets\/[^"]+\.(?:js|css)/g) ?? [];
    const part = await reader.context.get(parts[0] ?? "/no part");
    if (part.status() !== 200) throw new Error(`${parts[0]}: ${part.status()}`);
  }
  for (const program of [await byPassword(origin, address), await byLink(origin, address)]) {
    await done(program, "/api/auth/signout");
    await program.dispose();
  }
  await reader.dispose();
}
