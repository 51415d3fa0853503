import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { recordJson } from '../../../src/domain/record/exports/archive.ts';
import { recordJsonSchema } from '../../../src/domain/record/json-schema.ts';
import { openActions } from '../../../src/domain/record/open-actions.ts';
import { readRecord } from '../../../src/domain/record/read-record.ts';
import { newRoomSchema } from '../../../src/protocol/http.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { recordWith } from '../../support/hostile-record.ts';
import { closedMeeting, wholeMeeting } from '../../support/whole-meeting.ts';
import { wholeReview } from '../../support/whole-review.ts';

const saved = recordJson(closedMeeting().record());
const changed = (change: (record: Record<string, unknown>) => unknown) => {
  const record = JSON.parse(saved) as Record<string, unknown>;
  change(record);
  return JSON.stringify(record);
};

describe('a record as JSON', () => {
  it('is the record, field by field', () => {
    expect(JSON.parse(saved)).toEqual(closedMeeting().record());
  });

  it('T-29 can stand inside a page without ending a script', () => {
    const record = recordWith('</script><!--\u2028');
    expect(recordJson(record)).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(recordJson(record))).toEqual(record);
  });

  it('fits the published schema, empty or full, open or closed', () => {
    const isValid = new Ajv2020().compile(recordJsonSchema());
    for (const room of [new RecordedRoom(), wholeMeeting(), closedMeeting(), wholeReview()])
      expect(isValid(JSON.parse(recordJson(room.record()))), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid(JSON.parse(changed((record) => delete record['people'])))).toBe(false);
    expect(isValid(JSON.parse(changed((record) => (record['closedAt'] = 'yesterday'))))).toBe(false);
  });

  it('has a schema of the named dialect that welcomes fields it does not know', () => {
    expect(recordJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: '/schema/record-1.json',
    });
    expect(new Ajv2020().compile(recordJsonSchema())(JSON.parse(changed((one) => (one['mood'] = 1))))).toBe(
      true,
    );
  });
});

describe('a saved record', () => {
  it('is read and saved again to the same bytes', () => {
    const read = readRecord(saved);
    expect(read.ok && recordJson(read.record)).toBe(saved);
  });

  it('keeps fields that nobody here knows, wherever they stand, in their order', () => {
    const later = `{"mood":{"a":[1]},${saved.trim().slice(1)}`;
    const withMore = later.replace('"status": "accepted"', '"x-cost": 3,\n      "status": "accepted"');
    expect(withMore).toContain('x-cost');
    const read = readRecord(withMore);
    expect(read.ok && JSON.stringify(read.record)).toBe(JSON.stringify(JSON.parse(withMore)));
  });

  it('may begin with a byte order mark', () => {
    expect(readRecord(`\ufeff${saved}`).ok).toBe(true);
  });

  it.each([
    ['not-json', ''],
    ['not-json', 'schema: hearth-record-1'],
    ['not-a-record', '[]'],
    ['not-a-record', 'null'],
    ['not-a-record', '{"schema":"something-else"}'],
    ['newer', changed((record) => (record['schema'] = 'hearth-record-2'))],
  ])('is told from what is none: %s', (problem, text) => {
    expect(readRecord(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['people', (record: Record<string, unknown>) => delete record['people']],
    ['startedAt', (record: Record<string, unknown>) => (record['startedAt'] = '2026-99-99T00:00:00.000Z')],
    [
      'actions 0 due',
      (record: Record<string, unknown>) =>
        Object.assign((record['actions'] as object[])[0] ?? {}, { due: '2026-02-31' }),
    ],
  ])('that is damaged says where: %s', (where, change) => {
    expect(readRecord(changed(change))).toEqual({ ok: false, problem: 'damaged', where });
  });

  it('gives its actions to a new room, as far as one takes them', () => {
    const actions = openActions(closedMeeting().record());
    expect(actions).toEqual([
      { title: 'Move the field, test it', owner: 'Bo', due: '2026-12-04', aim: null },
      { title: '=Ask legal', owner: 'Dee from legal', due: null, aim: null },
      { title: 'Tidy the runbook', owner: null, due: '2026-12-31', aim: null },
      { title: 'Measure logins', owner: 'Cy', due: '2026-12-11', aim: null },
    ]);
    expect(newRoomSchema.safeParse({ title: 'Next', actions }).success).toBe(true);
    const older = closedMeeting().record();
    older.actions = older.actions.map(({ aim: _, ...action }) => action as (typeof older.actions)[number]);
    expect(openActions(older)).toEqual(actions);
    const long = recordWith('😀\n'.repeat(900));
    const clipped = openActions({ ...long, actions: Array.from({ length: 80 }, () => long.actions[0]!) });
    expect(clipped).toHaveLength(50);
    expect(newRoomSchema.safeParse({ title: 'Next', actions: clipped }).success).toBe(true);
  });
});
