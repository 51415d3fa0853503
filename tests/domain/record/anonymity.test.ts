import { describe, expect, it } from 'vitest';
import {
  exportNames,
  recordExports,
  type ExportName,
} from '../../../src/domain/record/exports/all-exports.ts';
import type { RoomRecord } from '../../../src/domain/record/room-record.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { readZip } from '../../support/zip-reading.ts';

const people = { 'seat-7f3a': 'Xanthippe', 'seat-91bc': 'Yolanda', 'seat-c2d4': 'Zebedee' };

/** Three people hold a lens; with or without what they wrote for it, or signed one of them. */
function room(wrote: 'nothing' | 'unsigned' | 'signed'): RecordedRoom {
  const held = Object.fromEntries(Object.keys(people).map((seat) => [seat, 'user']));
  const found = new RecordedRoom().tell(5, { type: 'meetingStarted' });
  for (const [seat, name] of Object.entries(people)) found.seat(seat, name);
  found
    .tell(5, { type: 'segmentEntered', segment: 'gather', how: 'start', budgetMs: 0 })
    .tell(5, { type: 'roundStarted', segment: 'gather', round: 0, mode: 'parallel', budgetMs: 0, held })
    .tell(20, { type: 'notesRevealed', segment: 'gather', shown: ['user'], unanswered: [] });
  if (wrote === 'nothing') return found;
  for (const id of ['n1', 'n2', 'n3']) found.note(id, 'gather', `Words of ${id}`, { lens: 'user' });
  found.topics.addTopic('t1', ['n1', 'n2'], 'Both');
  return wrote === 'signed' ? found.sign('n1', 'seat-91bc') : found;
}

async function textOf(name: ExportName, record: RoomRecord): Promise<string> {
  const content = recordExports[name].write(record);
  return typeof content === 'string' ? content : [...(await readZip(content))].flat().join('\n');
}

const timesIn = (text: string, part: string) => text.split(part).length - 1;

describe.each(exportNames)('T-30 an export of an anonymous room, %s', (name) => {
  it('has no seat in it, and no name that it would not have if nobody had written', async () => {
    const empty = await textOf(name, room('nothing').record());
    const full = await textOf(name, room('unsigned').record());
    for (const [seat, person] of Object.entries(people)) {
      expect(timesIn(full, seat)).toBe(0);
      expect(timesIn(full, person)).toBe(timesIn(empty, person));
    }
  });
});

it('T-30 the search does find the name of somebody who signed', async () => {
  for (const name of ['record.md', 'record.github.md', 'notes.csv', 'record.json'] as const) {
    const unsigned = timesIn(await textOf(name, room('unsigned').record()), 'Yolanda');
    expect(timesIn(await textOf(name, room('signed').record()), 'Yolanda')).toBeGreaterThan(unsigned);
  }
});
