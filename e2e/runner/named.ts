import { basename, dirname, join } from "node:path";

/**
 * The files that the command names, each by its path or the end of it, with or without endings, or all of a folder.
 * @throws a sentence for a word that none of `files` is called
 */
export function named(words: string[], files: string[]): string[] {
  return words.flatMap((word) => {
    const asked = join(word).replace(/\/$/, "");
    const found = files.filter((file) => isCalled(file, asked));
    if (found.length > 0) return found;
    throw new Error(`no file for that is called ${JSON.stringify(word)}`);
  });
}

function isCalled(file: string, asked: string): boolean {
  const bare = join(dirname(file), basename(file).split(".")[0] ?? "");
  const ends = [file, bare].some((path) => `/${path}`.endsWith(`/${asked}`));
  return ends || file.startsWith(`${asked}/`);
}

/** What is asked for on a command line: names first, and from the first option on what the tool itself is told. */
export function namesAndOptions(words: string[]): { names: string[]; options: string[] } {
  const at = words.findIndex((word) => word.startsWith("-"));
  const end = at === -1 ? words.length : at;
  return { names: words.slice(0, end), options: words.slice(end) };
}

/** What `tsc` says of these files alone; everything without any. */
export function complaintsOf(files: string[], said: string): string {
  if (files.length === 0) return said;
  const complaints = said.split(/\n(?=\S)/);
  return complaints
    .filter((complaint) => files.some((file) => complaint.startsWith(`${file}(`)))
    .join("\n");
}
