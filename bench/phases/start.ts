import type { App } from "../apps/app";
import { launch } from "../apps/contestant";
import { PRODUCT } from "../apps/product";
import { firstAnswer, idle, type Server, visit } from "../apps/server";
import { COST, type Run } from "../context";
import { memoryOf } from "../machine/process-tree";
import { median } from "../statistics";

const PAGES = 300;
const STOCK = "next-auth";

/** How soon the sign-in page is there, and what the process tree holds before a request and after 300 pages. */
export async function start(run: Run): Promise<void> {
  const { stage, sizes } = run;
  const notes = run.section("Start and memory");
  const held = new Map<string, { before: number; after: number }>();
  for (const app of [PRODUCT, ...run.peers]) {
    const url = await stage.database(app.name);
    await app.prepare(url);
    const started = async <T>(look: (server: Server) => Promise<T>): Promise<T> => {
      const server = await launch(stage, app, COST, url);
      const found = await look(server);
      await server.stop();
      return found;
    };
    const times: number[] = [];
    for (let time = 0; time < sizes.starts; time += 1)
      times.push(await started((server) => firstAnswer(server, app.page)));
    const goal = app === PRODUCT ? { most: 900 } : undefined;
    notes.note(`start to the first sign-in page, ${app.name}`, median(times), "ms", goal);
    held.set(app.name, await started((server) => memory(server, app)));
  }
  const [ours, stock] = [held.get(PRODUCT.name), held.get(STOCK)];
  for (const [name, { before, after }] of held) {
    notes.note(`memory before a request, ${name}`, before, "MB");
    notes.note(`memory after ${PAGES} sign-in pages, ${name}`, after, "MB");
  }
  if (!ours || !stock) return;
  const [before, after] = [ours.before / stock.before, ours.after / stock.after];
  notes.note(`memory before a request ÷ ${STOCK}'s`, before, "×", { most: 1.3 });
  notes.note(`memory after ${PAGES} ÷ ${STOCK}'s`, after, "×", { most: 2.2 });
}

async function memory(server: Server, { page }: App) {
  const { pid } = server;
  await idle(pid);
  const before = memoryOf(pid).now;
  for (let time = 0; time < PAGES; time += 1) await visit(server, page);
  await idle(pid);
  return { before, after: memoryOf(pid).now };
}
