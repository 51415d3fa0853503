/** Random strings of the browser; `fill` is a cryptographic source of random bytes. */
export type Chance = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

export const browserChance: Chance = (bytes) => crypto.getRandomValues(bytes);

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** 80 random bits as 16 letters: ids of drafts, decisions, actions and commands. */
export function newId(fill: Chance): string {
  return Array.from(fill(new Uint8Array(16)), (byte) => letters[byte % 32]).join('');
}

/** 128 random bits, base64url. */
export function newReceipt(fill: Chance): string {
  const bytes = String.fromCharCode(...fill(new Uint8Array(16)));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
