import { lexer, type Tokens, walkTokens } from "marked";

/** The blocks of code of a Markdown text, or the code within its sentences. */
export function codesIn(markdown: string, type: "code" | "codespan"): Tokens.Code[] {
  const found: Tokens.Code[] = [];
  void walkTokens(lexer(markdown), (token) => {
    if (token.type === type) found.push(token as Tokens.Code);
  });
  return found;
}

/** The rows of each table whose first column has that heading. */
export function rowsIn(markdown: string, first: string): Tokens.TableCell[][] {
  return lexer(markdown)
    .filter((token): token is Tokens.Table => token.type === "table")
    .filter(({ header }) => header[0]?.text === first)
    .flatMap(({ rows }) => rows);
}

/** What a cell has between backticks. */
export function codesOf(cell: Tokens.TableCell | undefined): string[] {
  return (cell?.tokens ?? []).flatMap((token) => (token.type === "codespan" ? [token.text] : []));
}

/** Where its links and pictures lead. */
export function targetsIn(markdown: string): string[] {
  const found: string[] = [];
  void walkTokens(lexer(markdown), (token) => {
    if (token.type === "link" || token.type === "image") found.push(token.href);
  });
  return found;
}

/** The items of its lists. */
export function itemsIn(markdown: string): string[] {
  return lexer(markdown).flatMap((token) =>
    token.type === "list" ? (token as Tokens.List).items.map(({ text }) => text) : [],
  );
}
