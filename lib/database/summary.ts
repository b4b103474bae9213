/**
 * `update Session`, `findUnique User`: OpenTelemetry's `db.query.summary` (*Semantic Conventions for Database Client Calls*).
 * @param model for Prisma's SQL @param args for ours, of which the template alone is used
 */
export function summaryOf(operation: string, model: string | undefined, args: unknown): string {
  if (model) return `${operation} ${model}`;
  const text = textOf(args);
  const [verb = operation.replace("$", "")] = text.match(/[a-z]+/i) ?? [];
  const [, table = ""] = text.match(/"([A-Z]\w*)"/) ?? [];
  return `${verb} ${table}`.trim();
}

function textOf(args: unknown): string {
  const template = typeof args === "object" && args !== null && "strings" in args && args.strings;
  return Array.isArray(template) ? template.join(" ") : "";
}
