/** What the next room is made from: what the room before had, or another format in as much time. */
import { openingOf, type Opening } from '#domain/agenda/opening.ts';
import { formatChoices } from '#domain/agenda/formats/format-names.ts';
import type { FormatId, NewRoom } from '#protocol/http.ts';
import type { OwnPlan } from '$lib/components/landing/own-plans.ts';
import { saved } from '$lib/text/saved.ts';

/** `same`: the agenda of the room before, which is none of the ready ones as it stands. */
export type NextChoice = 'same' | FormatId | `own:${string}`;
type Before = Partial<NewRoom>;

const first: FormatId = 'heart-heat';
/** Of a room that does not say. */
const hour = 60;

export function nextChoices(before: Before, own: readonly OwnPlan[]) {
  return [
    ...(before.agenda ? [{ value: 'same' as const, name: saved.sameAgenda }] : []),
    ...formatChoices,
    ...own.map(({ id, name }) => ({ value: `own:${id}` as const, name })),
  ];
}

/** Until somebody chooses. */
export function usualChoice({ agenda, format = first }: Before): NextChoice {
  return agenda ? 'same' : format;
}

/** Its time, its people and whether notes carry names stay. Null where the format does not fit into that time. */
export function planIn(before: Before, choice: NextChoice, own: readonly OwnPlan[]): Before | null {
  if (choice === usualChoice(before)) return before;
  const { agenda: was, ...rest } = before;
  const free = was?.buffer ?? 0;
  const mine = own.find(({ id }) => choice === `own:${id}`);
  if (mine) {
    const agenda = mine.fit(rest.minutes ?? hour, free) ?? mine.fit(rest.minutes ?? hour, 0);
    return agenda && { ...rest, agenda };
  }
  const format = formatChoices.find(({ value }) => value === choice)?.value ?? first;
  const kept = { ...rest, format, buffer: free };
  return openingFor(kept, false) ? kept : { ...rest, format };
}

/** What a room of this plan opens with; null where none can. */
export function openingFor(plan: Before, follows: boolean): Opening | null {
  const { format = first, minutes = hour, buffer, agenda } = plan;
  const asked = { format, minutes, agenda, ...(buffer === undefined ? {} : { buffer }) };
  const made = openingOf(asked, { fresh: 'next', follows });
  return made.ok ? made.opening : null;
}

/** What becomes of what is open: it has its part anyway, one is added, or there is no time for any. */
export function followUpIn(plan: Before): 'there' | 'added' | 'none' {
  const has = (opening: Opening | null) =>
    opening?.segments.some(({ activity }) => activity === 'follow-up') ?? false;
  if (!has(openingFor(plan, true))) return 'none';
  return has(openingFor(plan, false)) ? 'there' : 'added';
}
