import { type ExportResult, ExportResultCode } from "@opentelemetry/core";
import { faultOf, log } from "../log/log";
import type { Signal } from "./wanted";

type Exporting<Items> = {
  export(items: Items, done: (result: ExportResult) => void): void;
};

/**
 * An exporter whose outages are said in the log: one line when it begins to fail, one when it works again.
 * @param prepare what is done to everything before it leaves
 */
export function watched<Items, E extends Exporting<Items>>(
  exporter: E,
  signal: Signal,
  prepare: (items: Items) => Items,
): E {
  const send = exporter.export.bind(exporter);
  let failing = false;
  exporter.export = (items: Items, done: (result: ExportResult) => void) =>
    send(prepare(items), (result) => {
      const failed = result.code !== ExportResultCode.SUCCESS;
      if (failed && !failing)
        log.warn({ signal, ...faultOf(result.error) }, "telemetry: cannot be handed over");
      if (!failed && failing) log.info({ signal }, "telemetry: handed over again");
      failing = failed;
      done(result);
    });
  return exporter;
}
