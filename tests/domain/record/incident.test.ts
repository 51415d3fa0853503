import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../src/domain/record/read-record.ts';
import { recordJson } from '../../../src/domain/record/exports/archive.ts';
import { roomRecordSchema } from '../../../src/domain/record/room-record.ts';
import { isLuck } from '../../../src/domain/record/review.ts';
import { winsByPrompt } from '../../../src/domain/record/wins.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { source, wholeReview } from '../../support/whole-review.ts';

describe('an incident on the record', () => {
  it('[INCIDENT-3] is what the room said of it, in the order of time, in UTC', () => {
    const { incident } = wholeReview().record();
    expect(incident).toMatchObject({
      impact: '400 customers could not pay for 40 minutes',
      wentBadly: 'The alert did not page',
      messages: 'We are sorry. Nobody was charged twice.',
    });
    expect(incident?.timeline).toEqual([
      { id: 'x1', at: '2026-11-20T23:18:30.250Z', what: 'The queue is full', source },
      { id: 'x2', at: '2026-11-20T23:40:00.000Z', what: 'A customer calls #12', source: null },
      { id: 'x3', at: '2026-11-20T23:58:00.000Z', what: 'The queue is empty', source: null },
    ]);
    expect(incident?.roles).toEqual([
      { role: 'commander', who: 'Bo' },
      { role: 'customer-liaison', who: 'Cy, then Di' },
    ]);
  });

  it('T-30 says of no entry who wrote it', () => {
    for (const entry of wholeReview().record().incident?.timeline ?? [])
      expect(Object.keys(entry)).toEqual(['id', 'at', 'what', 'source']);
  });

  it('is there in every room with a timeline, and in no other', () => {
    expect(new RecordedRoom('incident-review').record().incident).toMatchObject({
      summary: '',
      timeline: [],
    });
    expect(new RecordedRoom('heart-heat').record()).not.toHaveProperty('incident');
  });

  it('stays where the timeline was taken off the agenda after somebody had written', () => {
    const room = new RecordedRoom('heart-heat');
    room.timeline.add('x1', { at: 0, what: 'The queue is full', source: null });
    expect(room.record().incident?.timeline).toHaveLength(1);
  });

  it('reads a record of before there were any, and finds one whose times are none damaged', () => {
    const { incident: _, ...older } = wholeReview().record();
    expect(readRecord(JSON.stringify(older)).ok).toBe(true);
    const odd = recordJson(wholeReview().record()).replace(
      '2026-11-20T23:40:00.000Z',
      '2026-11-31T23:40:00Z',
    );
    expect(readRecord(odd)).toMatchObject({ ok: false, where: 'incident timeline 1 at' });
  });

  it('fits the schema with the last moment that a timeline takes', () => {
    const room = new RecordedRoom('incident-review');
    room.timeline.add('x1', { at: Date.UTC(10_000, 0, 1) - 1, what: 'The end', source: null });
    expect(roomRecordSchema.safeParse(room.record()).success).toBe(true);
  });

  it('says of an action what it does about the next one', () => {
    expect(
      wholeReview()
        .record()
        .actions.map(({ aim }) => aim),
    ).toEqual(['detect', null]);
  });
});

describe('wins on the record', () => {
  it('carry the question that they answer, by which luck is known', () => {
    const { wins } = wholeReview().record();
    expect(winsByPrompt(wins).map((group) => [group.prompt, group.wins.length])).toEqual([
      [null, 1],
      ['Went well', 1],
      ['Luck', 1],
    ]);
    expect(wins.filter(isLuck).map(({ id }) => id)).toEqual(['w2']);
  });
});
