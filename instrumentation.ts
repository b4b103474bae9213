import { settings } from "@/lib/settings";

/** The settings once more, for hosts that never see server.ts: a wrong one ends the start, not the first sign-in. */
export function register(): void {
  settings();
}
