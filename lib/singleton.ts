/** One value a process: Next bundles pages, handlers and the proxy apart, so a module's variable can exist three times. */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`ingreso.${name}`);
  const shared = globalThis as typeof globalThis & Record<symbol, T | undefined>;
  shared[key] ??= make();
  return shared[key];
}
