/** First drafts of the three lines, out of what was decided, promised and escalated. Empty where nothing speaks for one. */
import type { Action } from '#domain/board/board.ts';
import type { Headlines, Outcome } from '#domain/board/topic.ts';
import { limits } from '#protocol/limits.ts';
import { shortDay } from '$lib/text/dates.ts';
import { outcomes as words } from '$lib/text/outcomes.ts';

/** After an incident, what was decided is mostly about how people work: it speaks for no change that users see. */
export function suggestHeadlines(
  outcomes: readonly Outcome[],
  actions: readonly Action[],
  isAfterIncident: boolean,
  now = Date.now(),
): Headlines {
  const ofKind = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind);
  const decided = ofKind('decision').filter(({ status }) => status !== 'superseded');
  return {
    users: isAfterIncident ? '' : inOne(decided.map(({ text }) => text)),
    cost: costOf(actions, ofKind('spike').length, now),
    need: inOne(ofKind('escalation').map((escalation) => needOf(escalation, now))),
  };
}

function costOf(actions: readonly Action[], spikes: number, now: number): string {
  const promised = actions.filter(({ title }) => title.trim() !== '');
  const parts = [
    ...(promised.length > 0 ? promisedIn(promised, now) : []),
    ...(spikes > 0 ? [words.spikeCount(spikes)] : []),
  ];
  return parts.join(', ');
}

/** Those without a date are named, so that the last date says no more than it knows. */
function promisedIn(promised: readonly Action[], now: number): string[] {
  const days = promised.flatMap(({ due }) => due ?? []).sort();
  const count = words.actionCount(promised.length);
  const undated = promised.length - days.length;
  const last = days.at(-1);
  if (last === undefined) return [words.undated(count)];
  const day = shortDay(last, now);
  if (undated === 0) return [count, words.dueBy(day)];
  return [count, words.undated(String(undated)), words.restDueBy(day)];
}

function needOf({ needed, whom, by }: Outcome, now: number): string {
  if (needed.trim() === '') return '';
  const from = whom.trim() === '' ? '' : words.fromWhom(whom.trim());
  const until = by === null ? '' : words.byDay(shortDay(by, now));
  const more = [from, until].filter((part) => part !== '').join(', ');
  return more === '' ? needed.trim() : `${needed.trim()} (${more})`;
}

/** As sentences after each other, as many as fit. */
function inOne(sentences: readonly string[]): string {
  let line = '';
  for (const sentence of sentences.map((one) => one.trim()).filter((one) => one !== '')) {
    const more = line === '' ? sentence : `${/[.!?…)]$/u.test(line) ? line : `${line}.`} ${sentence}`;
    if (more.length > limits.headlineChars) break;
    line = more;
  }
  return line;
}
