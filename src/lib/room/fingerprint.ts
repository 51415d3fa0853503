/** SHA-256 as the server computes it; works on plain http too, where browsers hide `crypto.subtle`. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Of the UTF-8 bytes, 64 hex digits. */
export function fingerprint(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
