import { settings } from "./settings";

/** The public origin; on this machine alone a second process answers at its own port, under the same public origin. */
export function ourOrigins(): string[] {
  const { origin, https, port } = settings();
  return https ? [origin] : [origin, `http://${new URL(origin).hostname}:${port}`];
}
