/**
 * What there is one of per process, whoever loads the module: Next bundles pages, route handlers and the proxy
 * apart, so a module's own variable can exist three times.
 * @param name which thing; unique in the product
 * @param make called the first time only
 */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`ingreso.${name}`);
  const shared = globalThis as typeof globalThis & Record<symbol, T | undefined>;
  shared[key] ??= make();
  return shared[key];
}
