/**
 * Only addresses of the web may become links; everything else that somebody typed is words. Nothing invisible may stand
 * in one: a reader has to see where it leads.
 */
const webAddress = /^https?:\/\/[^\s\p{C}]+$/iu;

/** The text itself where a browser may open it, and null for every other. */
export function readWebAddress(text: string): string | null {
  return webAddress.test(text) && URL.canParse(text) ? text : null;
}
