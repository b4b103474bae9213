/**
 * Where something came from, as far as it is known: a place, else a network without the size of its range.
 * @param network says of an address that it is one
 */
export function placeOf(
  from: { place: string | null; network: string | null },
  network: (subnet: string) => string,
): string | null {
  if (from.place) return from.place;
  return from.network && network(from.network.replace(/\/\d+$/, ""));
}
