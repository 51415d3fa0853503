/** Words of what people show without words: reactions, and that somebody needs a minute. */
import type { Reaction } from '#protocol/stage-wire.ts';

const names: Readonly<Record<Reaction, string>> = {
  clap: 'Applause',
  heart: 'Heart',
  laugh: 'Laugh',
  think: 'Makes me think',
  surprised: 'Surprised',
};

export const gestures = {
  react: 'React',
  reactTitle: 'React',
  reactHint: 'Everybody sees how many, and nobody sees who.',
  names,
  count: (reaction: Reaction, count: number) => `${names[reaction]}: ${count}`,
  spoken: (counts: readonly string[]) => `Reactions. ${counts.join(', ')}.`,
  reacted: (reaction: Reaction) => `${names[reaction]} sent.`,

  minute: 'I need a minute',
  minuteAsked: 'Whoever facilitates is told, and nobody else.',
  minuteSeen: 'Whoever facilitates has seen that you need a minute.',
  needs: (name: string) => `${name} needs a minute`,
  nobodyNamed: 'Somebody',
  seen: 'Seen',
  seenOf: (name: string) => `Seen: ${name} needs a minute`,
} as const;
