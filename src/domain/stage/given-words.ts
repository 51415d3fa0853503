/**
 * Whose word stands for what. A word is given on a text as somebody read it, named by its hash; when the text changes,
 * or is asked of somebody else, the word no longer stands and is asked for again. Browser and server compute alike.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Action } from '../board/board.ts';
import { writeOwner, type Owner } from '../board/owner.ts';
import type { Position } from '../board/topic.ts';
import type { Consent, StageState } from './state.ts';

export type Promised = Pick<Action, 'id' | 'title' | 'owner' | 'due'>;
export type Stated = Pick<Position, 'id' | 'holder' | 'text'>;

/** SHA-256, hex. Space around the words changes nothing that anybody gave their word on. */
export function actionHash({ title, owner, due }: Omit<Promised, 'id'>): string {
  return hashOf('action', title.trim(), writeOwner(owner), due ?? '');
}

export function positionHash({ holder, text }: Omit<Stated, 'id'>): string {
  return hashOf('position', writeOwner(holder), text.trim());
}

/** The owner has taken it as it reads now. */
export function isTaken({ consents }: Pick<StageState, 'consents'>, action: Promised): boolean {
  return stands(wordOn(consents, action.id), action.owner, actionHash(action));
}

/** Its holder has confirmed it as it reads now; where it says nothing there is nothing to confirm. */
export function isConfirmed({ confirmations }: Pick<StageState, 'confirmations'>, position: Stated): boolean {
  if (!hasWords(position.text)) return false;
  return stands(wordOn(confirmations, position.id), position.holder, positionHash(position));
}

/** Something like "…" or "?" is not empty, but says nothing either. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Null for nobody and for a name that was typed in: only a seat can give its word. */
export function seatOf(owner: Owner | null): string | null {
  return owner?.kind === 'seat' ? owner.seat : null;
}

function wordOn(words: Readonly<Record<string, Consent>>, id: string): Consent | null {
  return Object.hasOwn(words, id) ? (words[id] ?? null) : null;
}

function stands(given: Consent | null, asked: Owner | null, hash: string): boolean {
  return given !== null && given.seat === seatOf(asked) && given.hash === hash;
}

function hashOf(...parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}
