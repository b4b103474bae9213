import { type ExportResult, ExportResultCode } from "@opentelemetry/core";
import { faultOf, log } from "../log/log";
import type { Signal } from "./wanted";

type Exporting<Items> = {
  export(items: Items, done: (result: ExportResult) => void): void;
};

/** Logs when an exporter begins to fail and when it works again. @param prepare applied to every item first */
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
