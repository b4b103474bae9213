import { refreshParts } from "./saying";

/** next-auth's own reading of the session */
const SESSION = "/api/auth/session";

/** Looks at this page again whenever the person comes to it again: from another tab, or by Back. */
export function watchReturn(): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void look();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void look();
  });
}

/**
 * As long as it is the person whom the page was shown to, or cannot be found out, nothing moves, and what was typed stays.
 * Otherwise the server is asked for the page anew, and leads on.
 */
async function look(): Promise<void> {
  const { person } = document.body.dataset;
  if (person !== undefined) {
    const now = await whoIsIn();
    // not a reload: browsers give back to it what was typed
    if (now !== undefined && now !== person)
      return location.replace(location.pathname + location.search);
  }
  if (document.querySelector("form[data-fresh]")) await refreshParts();
}

/** Who is signed in in this browser by now: their id, empty when signed out, undefined when unknown: offline, or the server is away. */
async function whoIsIn(): Promise<string | undefined> {
  try {
    const response = await fetch(SESSION, { cache: "no-store" });
    if (!response.ok) return undefined;
    const session: { user?: { id: string } } = await response.json();
    return session.user?.id ?? "";
  } catch {
    return undefined;
  }
}
