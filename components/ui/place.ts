/** Where something came from, as far as it is known: a place, else a network without the size of its range. */
export function placeOf(from: { place: string | null; network: string | null }): string | null {
  if (from.place) return from.place;
  return from.network && `Red ${from.network.replace(/\/\d+$/, "")}`;
}
