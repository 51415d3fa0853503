/** How much fits on a wall at once: few papers, and fewer where they say much. */

/** More cannot be taken in from the back of a room. */
export const mostPapers = 12;
const mostChars = 1_300;
/** What a paper takes in any case: its frame and its label. */
const leastChars = 60;

/** In order and never empty but where there is nothing; what is too long for a page has one to itself. */
export function pagesOf<T>(
  items: readonly T[],
  charsOf: (item: T) => number,
  most = mostPapers,
): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let chars = 0;
  for (const item of items) {
    const takes = Math.max(leastChars, charsOf(item));
    const page = pages.at(-1);
    if (page && page.length < most && chars + takes <= mostChars) {
      page.push(item);
      chars += takes;
    } else {
      pages.push([item]);
      chars = takes;
    }
  }
  return pages;
}
