import { fromSettings } from "./from-settings";

/** The public origin; on a loopback host also the port of this process, for a second one beside it. */
export const ourOrigins = fromSettings(({ origin, https, port }) =>
  https ? [origin] : [origin, `http://${new URL(origin).hostname}:${port}`],
);
