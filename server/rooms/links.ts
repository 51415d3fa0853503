/**
 * Capability links. The secret is in the URL fragment and only its hash is looked up. Participant and observer
 * secrets are also kept sealed with the installation's key, so that *Invite* can show them again.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Role, RoomId } from '../../src/protocol/ids.ts';
import type { LinkRow } from '../store/store.ts';
import { newSecret, type Chance } from './surroundings.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** SHA-256, hex: of link secrets, seat tokens, receipts and published words. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `/j/<room>#<secret>`, without an origin. */
export function linkPath(room: RoomId, secret: string): string {
  return `/j/${room}#${secret}`;
}

export interface NewLink {
  readonly row: LinkRow;
  readonly secret: string;
}

/** The facilitator's secret is nowhere but in the answer to whoever made the room. */
export function makeLink(room: RoomId, role: Role, key: Uint8Array, chance: Chance): NewLink {
  const secret = newSecret(chance);
  const sealed = role === 'facilitator' ? null : seal(secret, room, key, chance);
  return { secret, row: { room, role, hash: hashOf(secret), sealed } };
}

/** The link's secret again; null for links that were never sealed, or sealed with another key. */
export function openLink(link: LinkRow, key: Uint8Array): string | null {
  if (link.sealed === null) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, link.sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(link.room));
    decipher.setAuthTag(link.sealed.subarray(-tagBytes));
    const opened = decipher.update(link.sealed.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function seal(secret: string, room: RoomId, key: Uint8Array, chance: Chance): Uint8Array {
  const nonce = chance.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(room));
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}
