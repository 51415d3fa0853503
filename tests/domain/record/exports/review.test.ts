/** The files of a room that looked back on an incident. */
import { describe, expect, it } from 'vitest';
import { actionsCalendar, actionsTasks } from '../../../../src/domain/record/exports/calendar.ts';
import { githubMarkdown } from '../../../../src/domain/record/exports/github.ts';
import { recordMarkdown } from '../../../../src/domain/record/exports/markdown.ts';
import { notesCsv, timelineCsv } from '../../../../src/domain/record/exports/tables.ts';
import { readCsv } from '../../../support/csv-reading.ts';
import { RecordedRoom } from '../../../support/recorded-room.ts';
import { closedMeeting } from '../../../support/whole-meeting.ts';
import { source, wholeReview } from '../../../support/whole-review.ts';

const record = wholeReview().record();
const markdown = recordMarkdown(record);
const headings = (text: string) => text.split('\n').flatMap((line) => /^## (.*)/.exec(line)?.[1] ?? []);
const under = (heading: string, text = markdown) =>
  text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]?.trim();

const order = [
  ...['Summary', 'Impact', 'Timeline (UTC)', 'Contributing factors', 'Detection', 'Resolution'],
  ...['What went well', 'What did not', 'Where we were lucky', 'Actions', 'Messages'],
];

describe('the Markdown of an incident', () => {
  it('[INCIDENT-3] is in the order in which incidents are read; everything else of the room comes after', () => {
    const found = headings(markdown);
    expect(found.slice(0, order.length)).toEqual(order);
    expect(found.slice(order.length)).toEqual([
      'Roles',
      'Meeting',
      'Decisions',
      'Lens coverage',
      'Plan and time',
    ]);
  });

  it('has the timeline in UTC, as RFC 3339, each with the link to its evidence', () => {
    expect(under('Timeline (UTC)')).toBe(
      [
        '- 2026-11-20T23:18:30.250Z The queue is full',
        `  - Source: <${source}>`,
        '- 2026-11-20T23:40:00Z A customer calls \\#12',
        '- 2026-11-20T23:58:00Z The queue is empty',
      ].join('\n'),
    );
  });

  it('has the notes where they belong, luck apart from what went well, and names who signed', () => {
    expect(under('Contributing factors')).toContain('### On-call\n\n- Nobody watches the queue');
    expect(under('Contributing factors')).toContain('Finding: nobody could answer for User.');
    expect(under('What went well')).toBe(
      '- Bo, who knew how to drain it\n  - Signed by Cy\n- Thanks to Di for the cake',
    );
    expect(under('Where we were lucky')).toBe('- It was not Black Friday');
    expect(markdown.match(/Nobody watches the queue/g)).toHaveLength(1);
  });

  it('says of each action what it does about the next incident', () => {
    expect(under('Actions')).toContain(
      '- [ ] Page when the queue is half full (detect; owner: Bo; needs its owner’s word) 📅 2026-12-04',
    );
    expect(under('Actions')).toContain('- [ ] Write it down (needs an owner and a date and an aim)');
  });

  it('says in words what nobody has written, and who was what where somebody did', () => {
    expect(under('Roles')).toBe('- Incident commander: Bo\n- Customer liaison: Cy, then Di');
    const several = wholeReview();
    several.incident.textOf('experts')?.splice(0, 0, 'Ann; Bob\n Carl \n');
    expect(under('Roles', recordMarkdown(several.record()))).toContain('- Experts: Ann; Bob, Carl\n');
    const empty = recordMarkdown(new RecordedRoom('incident-review').record());
    expect(headings(empty).slice(0, order.length)).toEqual(order);
    expect(under('Impact', empty)).toBe('Nothing was written down.');
    expect(under('Contributing factors', empty)).toBe('These notes were not revealed.');
    expect(headings(empty)).not.toContain('Roles');
  });

  it('calls itself an incident, and every other room is as before', () => {
    expect(markdown).toContain('\ntype: "incident"\n');
    const other = recordMarkdown(closedMeeting().record());
    expect(other).toContain('\ntype: "retro"\n');
    expect(headings(other)[0]).toBe('Outcome');
  });

  it('leads to the same evidence from GitHub, where words call nobody', () => {
    const found = under('Timeline (UTC)', githubMarkdown(record));
    expect(found).toContain(`<${source}>`);
    expect(found).toContain('#\u200b12');
  });
});

describe('the other files of an incident', () => {
  it('have the timeline as a table', () => {
    expect(readCsv(timelineCsv(record))).toEqual([
      ['id', 'time_utc', 'what_happened', 'source'],
      ['x1', '2026-11-20T23:18:30.250Z', 'The queue is full', source],
      ['x2', '2026-11-20T23:40:00.000Z', 'A customer calls #12', ''],
      ['x3', '2026-11-20T23:58:00.000Z', 'The queue is empty', ''],
    ]);
    expect(readCsv(timelineCsv(closedMeeting().record()))).toHaveLength(1);
  });

  it('have wins under their question', () => {
    const headingOf = new Map(readCsv(notesCsv(record)).map(([id, , heading]) => [id, heading]));
    expect([headingOf.get('w1'), headingOf.get('w2'), headingOf.get('w3')]).toEqual([
      'Went well',
      'Luck',
      '',
    ]);
  });

  it('tell calendars what an action does about the next incident', () => {
    for (const write of [actionsCalendar, actionsTasks])
      expect(write(record).replaceAll('\r\n ', '')).toMatch(/DESCRIPTION:Owner: Bo\\nAim: detect/);
  });
});
