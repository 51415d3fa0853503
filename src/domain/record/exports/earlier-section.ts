/** What the meeting before had left open, as Markdown: each with what has become of it. */
import { hasWords } from '../../stage/given-words.ts';
import type { RecordedEarlier, RoomRecord } from '../room-record.ts';
import { heading, list, type Block, type Item } from './blocks.ts';
import { labelled, unnamed, words } from './phrases.ts';

export function earlierBlocks({ continues, earlier = [] }: RoomRecord): Block[] {
  if (earlier.length === 0) return [];
  const from = continues ? `Earlier actions, from ${words(continues)}` : 'Earlier actions';
  return [heading(2, from), ...list(earlier.map(earlierItem))];
}

function earlierItem(action: RecordedEarlier): Item {
  const owner = action.owner === null ? '' : `owner: ${words(action.owner, unnamed)}`;
  const facts = [action.aim ?? '', owner].filter((fact) => fact !== '').join('; ');
  const due = action.due === null ? '' : `, due ${action.due}`;
  return {
    text: `${words(action.title, 'Untitled action')}${facts === '' ? '' : ` (${facts})`}${due}: ${fateOf(action)}`,
    details: labelled('Why', action.fate === 'kept' ? null : action.why),
  };
}

function fateOf({ fate, movedTo, why }: RecordedEarlier): string {
  switch (fate) {
    case 'kept':
      return 'kept';
    case 'moved':
      return movedTo === null ? 'moved, without a new date' : `moved to ${movedTo}`;
    case 'dropped':
      return hasWords(why) ? 'dropped' : 'dropped, without a why';
    case null:
      return 'not talked about, carried on';
  }
}
