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

/** The template alone: what stands beside it is a value. */
function textOf(args: unknown): string {
  const template = typeof args === "object" && args !== null && "strings" in args && args.strings;
  return Array.isArray(template) ? template.join(" ") : "";
}
