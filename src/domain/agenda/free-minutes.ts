/** What is usually kept free of so many minutes: a tenth, whole minutes. */
export function tenthOf(minutes: number): number {
  return Math.round(minutes / 10);
}
