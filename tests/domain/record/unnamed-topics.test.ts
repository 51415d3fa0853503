import { describe, expect, it } from 'vitest';
import { outcomeKinds, type OutcomeKind } from '../../../src/domain/board/topic.ts';
import { decisionsZip } from '../../../src/domain/record/exports/decisions-zip.ts';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import { actionsCsv, notesCsv } from '../../../src/domain/record/exports/tables.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { readZip } from '../../support/zip-reading.ts';

const noteOf = (kind: OutcomeKind) => `Leaves by ${kind}`;

/** Each kind of outcome, chosen for a topic that only its note names, and not a word written about it. */
function silentRoom(noted: readonly OutcomeKind[] = outcomeKinds): RecordedRoom {
  const room = new RecordedRoom().seat('ana', 'Ana', 'facilitator').tell(5, { type: 'meetingStarted' });
  for (const kind of outcomeKinds) {
    if (noted.includes(kind)) room.note(kind, 'gather', noteOf(kind));
    room.topics.addTopic(kind, noted.includes(kind) ? [kind] : []);
    room.outcomes.setKind(kind, kind);
    room.board.addAction(`a-${kind}`, `Follows ${kind}`, kind);
  }
  return room;
}

/** Kept as the server keeps it, without a word of a note. */
function closed(room = silentRoom()) {
  const openItems = outcomeKinds.map((kind) => ({ kind, id: kind, title: '', lacks: ['title'] as const }));
  return room.tell(67, { type: 'roomClosed', openItems, why: 'Out of time' }).record();
}

const sectionOf = (markdown: string, heading: string) =>
  markdown.split(/\n(?=## )/).find((part) => part.startsWith(`## ${heading}\n`)) ?? '';

describe('an outcome without words, of a topic that only its note names', () => {
  const record = closed();
  const openIn = (markdown: string) => sectionOf(markdown, 'Open when the room was closed');

  it.each(outcomeKinds)('is open under the words of the note: %s', (kind) => {
    expect(record.openItems).toContainEqual({ kind, title: noteOf(kind), lacks: ['title'] });
    expect(openIn(recordMarkdown(record))).toContain(`\n- ${noteOf(kind)} (needs words)\n`);
  });

  it.each([
    ['decision', 'Decisions', '  - Topic: '],
    ['spike', 'Spikes', '  - Topic: '],
    ['escalation', 'Escalations', '  - Topic: '],
    ['let-go', 'Let go', '- '],
  ] as const)('has its topic in Markdown: %s', (kind, section, before) => {
    expect(sectionOf(recordMarkdown(record), section)).toContain(`\n${before}${noteOf(kind)}\n`);
  });

  it('gives its files and its rows the words of the note', async () => {
    const files = await readZip(decisionsZip(record));
    expect([...files.keys()]).toEqual([
      '0001-leaves-by-decision.md',
      'escalations/0001-leaves-by-escalation.md',
    ]);
    for (const kind of outcomeKinds) {
      expect(actionsCsv(record)).toContain(`,"${noteOf(kind)}",`);
      expect(notesCsv(record)).toContain(`,"${noteOf(kind)}","${noteOf(kind)}",`);
    }
  });

  it('keeps its topic in a room that is still open', () => {
    const { decisions, spikes, escalations, letGo } = silentRoom().record();
    const topics = [decisions, spikes, escalations, letGo].map(([one]) => one?.topic);
    expect(topics).toEqual(outcomeKinds.map(noteOf));
  });
});

describe('an outcome without words, of a topic without any', () => {
  it('is called by its kind, and what was let go by its reason', () => {
    const room = silentRoom([]);
    const silent = recordMarkdown(closed(room));
    for (const name of [
      'Untitled decision',
      'Untitled spike',
      'Untitled escalation',
      'Let go without a reason',
    ])
      expect(silent).toContain(`\n- ${name} (needs words)\n`);
    room.write('outcomes', 'let-go', { why: 'It is rare' });
    expect(sectionOf(recordMarkdown(room.record()), 'Let go')).toBe('## Let go\n\n- It is rare\n');
  });
});
