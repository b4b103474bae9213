/** What a CommonJS module exports by default: Node itself hands over the whole module, where Next's bundler unwraps it. */
export function defaultOf<T>(imported: T): T {
  return (imported as { default?: T }).default ?? imported;
}
