import { describe, expect, it } from 'vitest';
import { recordMarkdown } from '../../../../src/domain/record/exports/markdown.ts';
import { actionHash } from '../../../../src/domain/stage/given-words.ts';
import { RecordedRoom } from '../../../support/recorded-room.ts';

const three = { ana: 'user', bo: 'user', cy: 'user' };

/** An hour with everything in it: wins, lenses, a finding, a decision, promises kept and promises open. */
function fullRoom(): RecordedRoom {
  const room = new RecordedRoom()
    .seat('ana', 'Ana', 'facilitator')
    .seat('bo', 'Bo')
    .seat('cy', 'Cy')
    .tell(5, { type: 'meetingStarted' })
    .visit('check-in', 5, 9)
    .visit('follow-up', 9, 9.5, 'skipped')
    .note('w1', 'wins', 'Thanks to Bo, who rolled back\nin two minutes')
    .visit('wins', 9.5, 18)
    .tell(18, { type: 'segmentEntered', segment: 'gather', how: 'next', budgetMs: 0 })
    .tell(18, {
      type: 'roundStarted',
      segment: 'gather',
      round: 0,
      mode: 'parallel',
      budgetMs: 0,
      held: three,
    })
    .tell(34, { type: 'notesRevealed', segment: 'gather', shown: ['user'], unanswered: [] })
    .note('n1', 'gather', 'Nobody finds the *voucher* field', { lens: 'user' })
    .note('n2', 'gather', 'Tokens | never expire')
    .tell(36, { type: 'segmentLeft', segment: 'gather', as: 'done' });
  room.board.addDecision('d1', 'We deploy on Mondays');
  room.board.addAction('a1', 'Alert on queue depth');
  room.board.setOwner('a1', { kind: 'seat', seat: 'bo' });
  room.board.setDue('a1', '2026-12-04');
  room.tell(40, {
    type: 'actionTaken',
    action: 'a1',
    seat: 'bo',
    hash: actionHash(room.board.readActions()[0]!),
  });
  room.board.addAction('a2', 'Tidy the runbook');
  room.board.setDue('a2', '2026-12-04');
  room.board.addAction('a3');
  room.board.setOwner('a3', { kind: 'name', name: 'Dee' });
  return room;
}

const close = (room: RecordedRoom) =>
  room.tell(67, {
    type: 'roomClosed',
    openItems: [{ kind: 'action', id: 'a2', title: 'Tidy the runbook', lacks: ['owner'] }],
    why: 'Out of time',
  });

const sectionOf = (markdown: string, heading: string) =>
  markdown.split(/\n(?=## )/).find((part) => part.startsWith(`## ${heading}\n`)) ?? '';

describe('a record as Markdown', () => {
  it('puts decisions and promises before what they rest on', () => {
    const headings = recordMarkdown(close(fullRoom()).record()).match(/^#{1,6} .*$/gm);
    expect(headings).toEqual([
      ...['# Checkout, sprint 42', '## Meeting', '## Decisions', '## Actions', '## Wins', '## Lens coverage'],
      ...['## Open when the room was closed', '## Notes: Perspectives', '### User', '### Other notes'],
      '## Plan and time',
    ]);
  });

  it('has the three lines for people who were not there right under its title', () => {
    const room = fullRoom().write('headlines', 'need', { text: 'A second build machine' });
    expect(recordMarkdown(room.record())).toContain(
      '\n# Checkout, sprint 42\n\n## Outcome\n\n- What we need: A second build machine\n\n## Meeting\n\n- Date: ',
    );
  });

  it('begins with flat front matter and the facts of the meeting', () => {
    const markdown = recordMarkdown(close(fullRoom()).record());
    expect(markdown.slice(0, markdown.indexOf('\n## Decisions'))).toBe(
      [
        ...[
          '---',
          'title: "Checkout, sprint 42"',
          'date: 2026-11-21',
          'type: "retro"',
          'template: "heart-heat"',
        ],
        ...['facilitator: "Ana"', 'participants: ["Ana", "Bo", "Cy"]', 'duration_planned_min: 60'],
        ...[
          'duration_actual_min: 31',
          'tags: ["retro"]',
          'id: "room-1"',
          'schema: "hearth-record-1"',
          '---',
          '',
        ],
        ...[
          '# Checkout, sprint 42',
          '',
          '## Meeting',
          '',
          '- Date: 2026-11-21, 10:00 to 11:02 UTC, announced until 11:00',
          '- Format: Heart and heat',
        ],
        ...['- Facilitator: Ana', '- People: Ana, Bo, Cy', '- Time: 60 min planned, 31 min taken'],
        ...['- State: closed with 1 thing still open', ''],
      ].join('\n'),
    );
  });

  it('writes actions as open tasks and says what the unfinished ones need', () => {
    expect(sectionOf(recordMarkdown(fullRoom().record()), 'Actions').split('\n').slice(2, -1)).toEqual([
      '- [ ] Alert on queue depth (owner: Bo) 📅 2026-12-04',
      '- [ ] Tidy the runbook (needs an owner) 📅 2026-12-04',
      '- [ ] Untitled action (owner: Dee; needs a title and a date and its owner’s word)',
    ]);
  });

  it('keeps each note on one line and its characters as they were typed', () => {
    const markdown = recordMarkdown(fullRoom().record());
    expect(sectionOf(markdown, 'Wins')).toContain('\n- Thanks to Bo, who rolled back in two minutes\n');
    expect(markdown).toContain('\n- Nobody finds the \\*voucher\\* field\n');
  });

  it('sets planned against actual time, segment by segment', () => {
    const rows = sectionOf(recordMarkdown(close(fullRoom()).record()), 'Plan and time')
      .split('\n')
      .map((row) => row.replace(/ +/g, ' '));
    expect(rows).toContain('| Wins | 8 | 9 |');
    expect(rows).toContain('| Follow-up | 4 | under 1, then skipped |');
    expect(rows).toContain('| Decide | 7 | not reached |');
    expect(rows).toContain('| All | 60 | 31 |');
  });

  it('says the same of every part that took less than a minute, however short it was', () => {
    const hasty = new RecordedRoom()
      .tell(5, { type: 'meetingStarted' })
      .visit('check-in', 5, 5.01)
      .visit('follow-up', 5.01, 5.5);
    const rows = sectionOf(recordMarkdown(hasty.record()), 'Plan and time').replace(/ +/g, ' ');
    for (const part of ['| Check-in | 4 |', '| Follow-up | 4 |']) expect(rows).toContain(`${part} under 1 |`);
  });

  it('shows lens coverage as a table with its findings', () => {
    const room = fullRoom().tell(35, {
      ...{ type: 'notesRevealed', segment: 'gather', shown: ['user'], unanswered: ['user'] },
    });
    const section = sectionOf(recordMarkdown(room.record()), 'Lens coverage');
    expect(section).toMatch(/\| User +\| +3 \| +1 \|/);
    expect(section).toContain('- Finding: nobody could answer for User.');
    expect(section).toContain('Lenses that fewer than three people held are not listed.');
  });

  it('says of a room of few that no lens is listed, rather than nothing', () => {
    const revealed = { type: 'notesRevealed', segment: 'gather', shown: [], unanswered: [] } as const;
    const section = sectionOf(recordMarkdown(fullRoom().tell(35, revealed).record()), 'Lens coverage');
    expect(section.trim()).toBe(
      '## Lens coverage\n\nLenses that fewer than three people held are not listed.',
    );
  });

  it('reads well while a room is still empty', () => {
    const markdown = recordMarkdown(new RecordedRoom('start-stop-continue', 'Fresh').record());
    expect(markdown).toContain('## Decisions\n\nNo decision was written down.\n');
    expect(markdown).toContain('## Actions\n\nNo action was promised.\n');
    expect(markdown).toContain('- State: not started yet\n');
    expect(markdown).not.toContain('## Wins');
    expect(markdown).not.toContain('## Lens coverage');
    expect(markdown).not.toContain('facilitator:');
  });

  it('has line feeds only, one at the end, and never a heading below the third level', () => {
    const markdown = recordMarkdown(close(fullRoom()).record());
    expect(markdown).not.toMatch(/\r|^####|\n\n\n/m);
    expect(markdown).toMatch(/[^\n]\n$/);
  });

  it('is no tag, formula, comment or link to a widely used reader either', () => {
    const room = new RecordedRoom();
    room.board.addDecision('d1', 'Close #12 for $5 or $6 ==now== %%hidden%% [[page]] ^id');
    expect(sectionOf(recordMarkdown(room.record()), 'Decisions')).toContain(
      '- Close \\#12 for \\$5 or \\$6 \\==now\\== \\%%hidden\\%% \\[\\[page]] \\^id\n',
    );
  });
});
