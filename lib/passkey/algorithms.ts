/** Of COSE's registry (RFC 9053 §2, §7; RFC 8230; RFC 8812). */
const COSE = { kind: 1, algorithm: 3, curve: -1 } as const;
export const ES256 = -7;

/**
 * In the order of our choice, with the kind of key and the curve that each is of: EC2 on P-256, OKP on Ed25519, RSA. The last one is
 * what older Windows has.
 */
const KEYS = new Map<number, { kind: number; curve?: number }>([
  [ES256, { kind: 2, curve: 1 }],
  [-8, { kind: 1, curve: 6 }],
  [-257, { kind: 3 }],
]);
export const ALGORITHMS = [...KEYS.keys()];

type Key = ReadonlyMap<number, unknown>;

export const algorithmOf = (key: Key): unknown => key.get(COSE.algorithm);

/** The library takes a key for whatever algorithm it says it has. */
export function isOfItsAlgorithm(key: Key): boolean {
  const { kind, curve } = KEYS.get(Number(algorithmOf(key))) ?? {};
  return key.get(COSE.kind) === kind && (!curve || key.get(COSE.curve) === curve);
}
