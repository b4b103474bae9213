/** What a page gets of its address. Next's own type exists only once the application was built. */
export type WithQuery = { searchParams: Promise<Record<string, string | string[] | undefined>> };
