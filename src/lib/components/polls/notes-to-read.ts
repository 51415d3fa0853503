import { oneLine } from '#domain/record/exports/one-line.ts';

/** All notes of a topic, as it is counted everywhere; none where its only one says all in the name. */
export function notesToRead<T extends { readonly text: string }>(
  name: string,
  notes: readonly T[],
): readonly T[] {
  const [only] = notes;
  return notes.length === 1 && only && oneLine(only.text) === oneLine(name) ? [] : notes;
}
