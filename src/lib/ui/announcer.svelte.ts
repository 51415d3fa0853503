/** What the polite live region says. One sentence at a time; the same sentence twice is read out twice. */
let spoken = $state.raw({ words: '', turn: 0 });
/** Beside the state, so that announcing from an effect does not make the effect depend on it. */
let turn = 0;

export function announce(words: string): void {
  turn += 1;
  spoken = { words, turn };
}

/** Takes back what is true no more, unless something else was said since. */
export function unsay(words: string): void {
  if (spoken.words === words) announce('');
}

export const announcer = {
  get spoken() {
    return spoken;
  },
};
