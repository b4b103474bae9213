/** All of them; and where one fails, only once the others are over too: the next round begins with nothing under way. */
export async function all<const Begun extends readonly Promise<unknown>[]>(
  ...begun: Begun
): Promise<{ -readonly [At in keyof Begun]: Awaited<Begun[At]> }> {
  await Promise.allSettled(begun);
  return Promise.all(begun);
}
