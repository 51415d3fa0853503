/** Words about who can know whose a note is: names on notes, letting go of one, and lenses that change hands. */

const named = {
  chip: 'Notes carry names',
  here: 'Notes here carry names.',
  composer: 'Notes here carry names: yours will stand on the board with it.',
  open: 'Notes appear at once, with your name.',
  own: 'It stays on your desk until you let go of it; then it goes to the board with your name.',
  reveal:
    'Everything on the desks goes to the board at once, each note with the name of whoever wrote it. You get three seconds to cancel; after that it cannot be undone.',
  change: 'Yours are marked on this screen. Everybody sees that a note was changed.',
  withoutLens: 'A note carries no lens where its author chose none.',
} as const;

const anonymous = {
  chip: 'Anonymous notes',
  here: 'Notes here are anonymous until you sign.',
  composer: 'Notes here are anonymous until you sign.',
  open: 'Notes appear at once and without names, but people may guess.',
  own: 'It stays on your desk until you let go of it. Then it waits for two other people, and goes to the board without names.',
  reveal:
    'Everything on the desks goes to the board at once, shuffled and without names. You get three seconds to cancel; after that it cannot be undone.',
  change: 'Yours are marked on this screen only. Changing one does not tell anybody who wrote it.',
  withoutLens:
    'A note carries no lens where fewer than three people were dealt it and kept it, or where it was written after the reveal.',
} as const;

/** What is said of names in this room. */
export function ofNames(stage: { readonly named: boolean }): typeof named | typeof anonymous {
  return stage.named ? named : anonymous;
}

export const lettingGo = {
  desk: 'Only you can see these until you let go of them',
  empty: 'Nothing yet. What you add stays here, and only here, until you let go of it.',
  letGo: 'Let go of this note',
  done: 'You let go of it.',
  takeBack: 'Take it back',
  back: 'Back on your desk, where only you can see it.',
  waiting: 'You let go of these',
  ahead: 'They go to the board when the meeting gets here and three people have let go of one.',
  now: 'They wait until three people have let go of a note, so that nobody can tell whose is whose. When the meeting goes on from here they go to the board in any case: if fewer than three have let go by then, people may guess.',
  left: 'They wait until three people have let go of a note. When the room is closed they go to the board in any case, and people may guess.',
  named: 'They go to the board as soon as that is possible.',
  weakTitle: 'Let go although so few are here?',
  weak: 'Fewer than three people are here to write. When the meeting goes on from here the note goes to the board in any case, and it will be easy to guess that it is yours.',
  keep: 'Keep it on my desk',
} as const;

export const trading = {
  pass: 'Pass this lens',
  swapWith: 'Swap with …',
  /** Name of the person and of the lens. */
  with: (name: string, lens: string) => `${name}, ${lens}`,
  hold: (lens: string) => `You hold ${lens} now. What you wrote stays where it is.`,
  asked: (name: string) => `You asked ${name} to swap.`,
  takeBack: 'Take the question back',
  question: (name: string, theirs: string, own: string) =>
    `${name} would like to swap: their ${theirs} for your ${own}.`,
  accept: 'Swap',
  decline: 'Keep mine',
  swapped: (name: string, lens: string) => `${name} swapped with you. You hold ${lens} now.`,
  notSwapped: (name: string) => `${name} did not swap.`,
} as const;
