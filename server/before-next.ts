import type { IncomingMessage, ServerResponse } from "node:http";
import { authPath, type Path } from "@/lib/routes";

/** Loaded with the first request for it: what it stands on needs what Next sets up, and weighs as much as all the rest here. */
let loaded: Promise<typeof import("./auth")> | undefined;

/** What is answered without Next, by the handler that Next's route calls on a host that has no server of ours. */
export const answeredHere = ({ url = "/" }: IncomingMessage): Path | null =>
  authPath(url.split("?", 1)[0] ?? "");

export async function answerHere(
  path: Path,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  loaded ??= import("./auth");
  const { answerAuth } = await loaded;
  await answerAuth(path, request, response);
}

/** Once all that was left for after its reply is done. */
export async function doneHere(): Promise<void> {
  if (loaded) await (await loaded).laterDone();
}
