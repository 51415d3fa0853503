/** Whether one of these is called so: beside it another of that name could not be told apart. */
export function hasName(lenses: readonly { readonly name: string }[], name: string): boolean {
  return lenses.some((lens) => plain(lens.name) === plain(name));
}

/** As a name is heard: small letters without spaces and hyphens. */
export function plain(name: string): string {
  return name.trim().toLowerCase().replace(/[\s-]/gu, '');
}
