/**
 * Tells the product something else from now on, as a new start would: what is read once is read again.
 * @param environment variables that differ; undefined takes one away
 */
export function tell(environment: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  Reflect.deleteProperty(globalThis, Symbol.for("ingreso.settings"));
}
