/** What is looked at on the page of formats, as it stands in its address. */
import { formats, type Format } from '#domain/agenda/formats.ts';
import type { SavedFormat } from '$lib/room/saved-formats.ts';

export type Choice =
  | { readonly kind: 'format'; readonly format: Format }
  | { readonly kind: 'own'; readonly saved: SavedFormat }
  /** Brought as Markdown and kept nowhere yet. */
  | { readonly kind: 'new' }
  /** An own one that this browser does not have. */
  | { readonly kind: 'gone' }
  /** A ready one that there is not. */
  | { readonly kind: 'unknown' };

/** Null: all of them. */
export function choiceOf(address: URLSearchParams, kept: readonly SavedFormat[]): Choice | null {
  const own = address.get('own');
  if (own === 'new') return { kind: 'new' };
  if (own !== null) {
    const saved = kept.find(({ id }) => id === own);
    return saved ? { kind: 'own', saved } : { kind: 'gone' };
  }
  const wanted = address.get('format');
  if (wanted === null) return null;
  const format = formats.find(({ id }) => id === wanted);
  return format ? { kind: 'format', format } : { kind: 'unknown' };
}

export const addressOf = {
  all: '/formats',
  format: (id: string) => `/formats?format=${id}`,
  own: (id: string) => `/formats?own=${id}`,
  new: '/formats?own=new',
} as const;
