/** What changed between two values of a field, as one splice, and where a position goes when text changes before it. */
import type { Splice } from '#domain/yjs/text-field.ts';

/**
 * The smallest splice from `before` to `after`. Where a letter was repeated there are several; the caret after the
 * change says which was meant. Surrogate pairs are never cut.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let suffix = sameEnd(before, after, Math.min(shorter, Math.max(0, after.length - caret)));
  let prefix = sameStart(before, after, shorter - suffix);
  suffix += sameEnd(
    before.slice(0, before.length - suffix),
    after.slice(0, after.length - suffix),
    shorter - prefix - suffix,
  );
  if (isInsidePair(before, prefix) || isInsidePair(after, prefix)) prefix -= 1;
  if (isInsidePair(before, before.length - suffix) || isInsidePair(after, after.length - suffix)) suffix -= 1;
  return {
    index: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

/** Where `position` is after the splice; text that arrives exactly there stays behind it, or goes before it. */
export function mapPosition(
  position: number,
  splice: Splice,
  arrivals: 'behind' | 'before' = 'behind',
): number {
  const { index, remove, insert } = splice;
  const moves = arrivals === 'before' ? position >= index : position > index;
  if (!moves) return position;
  return position - Math.min(remove, position - index) + (isWithin(position, splice) ? 0 : insert.length);
}

/** Inside what was replaced, a position falls back to its start. */
function isWithin(position: number, { index, remove }: Splice): boolean {
  return remove > 0 && position > index && position < index + remove;
}

function sameStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

function sameEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

function isInsidePair(text: string, index: number): boolean {
  return index > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(index - 1, index + 1));
}
