/** Says above a statement why the code that runs meanwhile does not miss what it takes away. */
const ALLOWED = /^-- *contract: *\S/m;
/** Comments, texts and bodies are one piece each, so that a `;` in them ends no statement. */
const PIECES =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;|[^;'"$\-/]+|[\s\S]/g;
const NAME = `((?:"[^"]+"|[\\w.])+)`;

/** What code that does not know of it never notices. */
const HARMLESS = [
  /^CREATE (TABLE|FUNCTION|TYPE|SEQUENCE|VIEW|MATERIALIZED VIEW|EXTENSION|SCHEMA)\b/i,
  /^CREATE INDEX\b/i,
  /^(COMMENT|GRANT|SELECT|INSERT|BEGIN|COMMIT)\b/i,
  /^ALTER TYPE .* ADD VALUE\b/i,
];
const OF_A_TABLE = new RegExp(
  `^(?:ALTER TABLE(?: IF EXISTS)?(?: ONLY)?|CREATE UNIQUE INDEX .*? ON) ${NAME}`,
  "i",
);

/**
 * The statements of a migration that could break the code of the release before, which runs on its schema for a while:
 * whatever is not known to add only. What concerns a table of the same migration is new altogether.
 * @param sql of one migration
 * @returns those without a `-- contract: why` above them, each in one line
 */
export function breaking(sql: string): string[] {
  const written = statements(sql);
  const made = written.flatMap(({ plain }) => nameAfter("CREATE TABLE(?: IF NOT EXISTS)?", plain));
  return written
    .filter(({ plain, comments }) => !ALLOWED.test(comments) && !isHarmless(plain, made))
    .map(({ plain }) => plain);
}

function isHarmless(plain: string, made: string[]): boolean {
  if (HARMLESS.some((pattern) => pattern.test(plain))) return true;
  const table = OF_A_TABLE.exec(plain)?.[1];
  if (!table) return false;
  return made.includes(table) || actions(plain).every(addsAColumn);
}

/** The actions of one ALTER TABLE; commas between parentheses are of a type or a default. */
function actions(plain: string): string[] {
  const rest = plain.replace(OF_A_TABLE, "");
  return rest.split(/,(?![^(]*\))/).map((action) => action.trim());
}

function addsAColumn(action: string): boolean {
  const adds = /^ADD (?!CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)/i.test(action);
  const tightens = /\b(UNIQUE|CHECK|REFERENCES|PRIMARY)\b/i.test(action);
  const mustBeGiven = /\bNOT NULL\b/i.test(action) && !/\b(DEFAULT|GENERATED)\b/i.test(action);
  return adds && !tightens && !mustBeGiven;
}

function statements(sql: string): { plain: string; comments: string }[] {
  const found = [{ plain: "", comments: "" }];
  for (const [piece] of sql.matchAll(PIECES)) {
    const last = found.at(-1) as { plain: string; comments: string };
    if (piece === ";") found.push({ plain: "", comments: "" });
    else if (/^(--|\/\*)/.test(piece)) last.comments += `${piece}\n`;
    else last.plain += piece;
  }
  return found
    .map(({ plain, comments }) => ({ comments, plain: plain.replaceAll(/\s+/g, " ").trim() }))
    .filter(({ plain }) => plain !== "");
}

function nameAfter(words: string, plain: string): string[] {
  const name = new RegExp(`^${words} ${NAME}`, "i").exec(plain)?.[1];
  return name ? [name] : [];
}
