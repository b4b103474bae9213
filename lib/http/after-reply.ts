import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { after } from "next/server";
import { settings } from "../config/settings";
import { sendNotices } from "../notice/send";
import { singleton } from "../singleton";
import { flushTelemetry } from "../telemetry/end";

export type Later = () => Promise<unknown>;
const kept = singleton("after-reply", () => new AsyncLocalStorage<Later[]>());

/**
 * For a request that Next has not seen, whose `after` knows its own alone.
 * @param later gets what `work` leaves to be done after the reply
 */
export const keepingForLater = <T>(later: Later[], work: () => T): T => kept.run(later, work);

function afterwards(work: Later): void {
  const later = kept.getStore();
  if (later) later.push(AsyncResource.bind(work));
  else after(work);
}

/** Sends due notices after the reply: they neither delay nor fail it. */
export function afterReply(): void {
  afterwards(async () => {
    await sendNotices();
    // an instance may be frozen until the next request
    if (settings().serverless) await flushTelemetry();
  });
}

/** The same after frequent reads such as session checks: no extra statement. */
export function afterRead(): void {
  if (settings().serverless) afterwards(flushTelemetry);
}
