/** Where an embedded PostgreSQL answers. A database of somebody's own wants a password there, or another name. */
export function embeddedUrl(port: number | string): string {
  return `postgresql://postgres@127.0.0.1:${port}/postgres`;
}
