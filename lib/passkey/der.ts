/**
 * Whether these bytes are two positive numbers in DER, each in its shortest form (RFC 3279 §2.2.3; ITU-T X.690 §8.3.2, §10.1). The library reads
 * them in other spellings too, and one signature shall have one.
 */
export function isEcdsaSignature(bytes: Uint8Array): boolean {
  const [kind, length] = bytes;
  return (
    kind === 0x30 && length === bytes.length - 2 && endOf(bytes, endOf(bytes, 2)) === bytes.length
  );
}

/** Where a number ends that starts there; NaN where none does. */
function endOf(bytes: Uint8Array, start: number): number {
  const [kind, length = 0, first = 0x80, second = 0] = bytes.subarray(start);
  const isShortest = first < 0x80 && (first > 0 || length === 1 || second >= 0x80);
  return kind === 2 && length > 0 && isShortest ? start + 2 + length : Number.NaN;
}
