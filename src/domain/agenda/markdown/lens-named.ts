/** What a lens is called in a Markdown agenda: its id, or its name in whatever letters. */
import type { LensId } from '#protocol/ids.ts';
import type { OwnLens } from '#protocol/agenda.ts';
import { lenses as catalogue } from '../../lenses/catalogue.ts';
import { plain } from '../../lenses/has-name.ts';

/** Null for a name that no lens has. */
export function lensNamed(name: string, own: readonly OwnLens[]): LensId | null {
  const known = [...own, ...catalogue];
  const found =
    known.find((lens) => lens.id === name) ?? known.find((lens) => plain(lens.name) === plain(name));
  return found?.id ?? null;
}

/** The name of a lens of the team's own where it says more than the id, and can mean no other lens. */
export function nameOfLens(id: LensId, own: readonly OwnLens[]): string {
  const name = own.find((lens) => lens.id === id)?.name ?? id;
  const meant = [...own, ...catalogue].filter((lens) =>
    [lens.id, lens.name].map(plain).includes(plain(name)),
  );
  const isClear = isPlainWords(name) && meant.length === 1 && lensNamed(name, own) === id;
  return isClear && plain(name) !== plain(id) ? name : id;
}

function isPlainWords(name: string): boolean {
  return /^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u.test(name);
}
