import { describe, expect, it } from 'vitest';
import { recordFileName } from '../../../../src/domain/record/exports/file-name.ts';
import { RecordedRoom } from '../../../support/recorded-room.ts';

const nameFor = (title: string) => recordFileName(new RecordedRoom('heart-heat', title).record(), '.md');

describe('the file name of a record', () => {
  it('is the day, the format and the title', () => {
    expect(nameFor('Checkout, sprint 42')).toBe('2026-11-21-heart-heat-checkout-sprint-42.md');
  });

  it('is the day of the start where that is another one', () => {
    const room = new RecordedRoom().tell(24 * 60, { type: 'meetingStarted' });
    expect(recordFileName(room.record(), '.md')).toMatch(/^2026-11-22-/);
  });

  it.each([
    ['Größe & Éclair', 'grosse-eclair'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a"; filename=b\r\nX: y', 'a-filename-b-x-y'],
    ['x'.repeat(200), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
    ['振り返り', 'room-1'],
    ['…', 'room-1'],
  ])('makes %j safe', (title, slug) => {
    expect(nameFor(title)).toBe(`2026-11-21-heart-heat-${slug}.md`);
  });
});
