/** A file that was chosen on one page and is read on the next. It lasts as long as the tab stays loaded. */
let handed: File | null = null;

export function handOver(file: File): void {
  handed = file;
}

/** Null where nothing was handed over, or somebody has taken it. */
export function takeOver(): File | null {
  const file = handed;
  handed = null;
  return file;
}
