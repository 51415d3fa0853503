/** Whom something is asked of, and how that stands on the board: one register, so there is always one. */
export type Owner =
  { readonly kind: 'seat'; readonly seat: string } | { readonly kind: 'name'; readonly name: string };

/** Null for nobody, which includes a typed name without a letter in it. */
export function readOwner(value: string): Owner | null {
  const rest = value.slice(5);
  if (rest.trim() === '') return null;
  if (value.startsWith('seat:')) return { kind: 'seat', seat: rest };
  if (value.startsWith('name:')) return { kind: 'name', name: rest };
  return null;
}

export function writeOwner(owner: Owner | null): string {
  if (owner === null) return '';
  return owner.kind === 'seat' ? `seat:${owner.seat}` : `name:${owner.name.toWellFormed()}`;
}
