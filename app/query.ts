/** What a page gets of its address. Next's own type exists only once the application was built. */
export type WithQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A page of ours that leads to where one wanted to go in the first place. */
export const withCallback = (path: string, callbackUrl: string | null) =>
  callbackUrl ? `${path}?callbackUrl=${encodeURIComponent(callbackUrl)}` : path;
