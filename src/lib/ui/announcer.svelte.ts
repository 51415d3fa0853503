/** What the polite live region says. One sentence at a time; the same sentence twice is read out twice. */
let spoken = $state.raw({ words: '', turn: 0 });

export function announce(words: string): void {
  spoken = { words, turn: spoken.turn + 1 };
}

export const announcer = {
  get spoken() {
    return spoken;
  },
};
