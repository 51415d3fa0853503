/** Whether one of these is called so, in whatever letters: beside it another of that name could not be told apart. */
export function hasName(lenses: readonly { readonly name: string }[], name: string): boolean {
  return lenses.some((lens) => spoken(lens.name) === spoken(name));
}

function spoken(name: string): string {
  return name.trim().toLowerCase();
}
