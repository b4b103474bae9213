import { settings } from "./settings";

/** The public origin; on a loopback host also the port of this process, for a second one beside it. */
export function ourOrigins(): string[] {
  const { origin, https, port } = settings();
  return https ? [origin] : [origin, `http://${new URL(origin).hostname}:${port}`];
}
