/**
 * What a statement does, in its own few words (OpenTelemetry, *Semantic Conventions for Database Client Calls*:
 * `db.query.summary`): `update Session`, `findUnique User`. The words are the template's, never a value.
 * @param operation Prisma's name of it
 * @param model where Prisma wrote the SQL
 * @param args where we did, as Prisma takes it
 */
export function summaryOf(operation: string, model: string | undefined, args: unknown): string {
  if (model) return `${operation} ${model}`;
  const text = textOf(args);
  const [verb = operation.replace("$", "")] = text.match(/[a-z]+/i) ?? [];
  const [, table = ""] = text.match(/"([A-Z]\w*)"/) ?? [];
  return `${verb} ${table}`.trim();
}

function textOf(args: unknown): string {
  const holder = typeof args === "object" && args !== null ? args : {};
  const strings = "strings" in holder ? holder.strings : args;
  return Array.isArray(strings) ? strings.filter((one) => typeof one === "string").join(" ") : "";
}
