/** A DWord as people write one: small numbers as they are, flags in hexadecimal. */
export function hex(number: number): string {
  return number < 10 ? String(number) : `0x${number.toString(16).toUpperCase()}`;
}
