/** Words to read, which are plain text: an address that has a line to itself can be opened, and nothing else. */
export interface Piece {
  readonly text: string;
  /** Null for words. Only http and https. */
  readonly href: string | null;
}

/** One after another they are the text, letter by letter. */
export function linkedLines(text: string): readonly Piece[] {
  return text.split(/^([^\S\n]*https?:\/\/\S+[^\S\n]*)$/im).flatMap((part, at) => {
    if (part === '') return [];
    const address = part.trim();
    return [{ text: part, href: at % 2 === 1 && URL.canParse(address) ? address : null }];
  });
}
