/** What an earlier room promised, as a new one takes it over. */
import type { NewRoom } from '#protocol/http.ts';
import { limits } from '#protocol/limits.ts';
import { oneLine } from './exports/one-line.ts';
import type { RecordedEarlier, RoomRecord } from './room-record.ts';

/** As many as a room takes over. */
export function openActions(record: RoomRecord): NewRoom['actions'] {
  return whatIsOpen(record).slice(0, limits.carriedActions);
}

/** What it does not take over for want of space. */
export function actionsLeftOut(record: RoomRecord): NewRoom['actions'] {
  return whatIsOpen(record).slice(limits.carriedActions);
}

/**
 * Its own, and behind them those that it had taken over itself, unless the room said that they are kept or dropped.
 * Those without words say nothing that could be done.
 */
function whatIsOpen({ actions, earlier = [] }: RoomRecord): NewRoom['actions'] {
  return [...actions, ...earlier.filter(isOpen).map(asMoved)]
    .map(({ title, owner, due, aim = null }) => ({
      title: clipped(title, limits.actionChars),
      owner: clipped(owner ?? '', limits.ownerChars) || null,
      due,
      aim,
    }))
    .filter(({ title }) => title !== '');
}

function isOpen({ fate }: RecordedEarlier): boolean {
  return fate === null || fate === 'moved';
}

function asMoved({ title, owner, due, movedTo, aim }: RecordedEarlier) {
  return { title, owner, due: movedTo ?? due, aim };
}

function clipped(text: string, chars: number): string {
  return oneLine(text.normalize('NFC')).slice(0, chars).toWellFormed().trim();
}
