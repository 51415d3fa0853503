import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { decisionsZip } from '../../../../src/domain/record/exports/decisions-zip.ts';
import { RecordedRoom } from '../../../support/recorded-room.ts';
import { closedMeeting } from '../../../support/whole-meeting.ts';
import { readZip } from '../../../support/zip-reading.ts';

const first = '0001-we-show-the-voucher-field-above-the-fold.md';

/** Headings, each with what stands under it: paragraphs as they are, list items behind a star. */
function outline(markdown: string): [string, string[]][] {
  const sections: [string, string[]][] = [];
  let mark = '';
  for (const token of new MarkdownIt().parse(markdown, {})) {
    if (token.type === 'heading_open') mark = '#';
    else if (token.type === 'list_item_open') mark = '* ';
    else if (token.type === 'list_item_close' || token.type === 'heading_close') mark = '';
    else if (token.type === 'inline' && mark === '#') sections.push([token.content, []]);
    else if (token.type === 'inline') sections.at(-1)?.[1].push(`${mark}${token.content}`);
  }
  return sections;
}

const split = (markdown: string) => /^---\n(.*?)\n---\n(.*)$/s.exec(markdown)?.slice(1) ?? [];
const filesOf = (room: RecordedRoom) => readZip(decisionsZip(room.record()));

describe('decisions as files', () => {
  it('are one each, numbered and named after what was decided; escalations stand apart', async () => {
    expect([...(await filesOf(closedMeeting())).keys()]).toEqual([
      first,
      '0002-we-deploy-on-mondays.md',
      'escalations/0001-a-second-build-machine.md',
    ]);
  });

  it('have the front matter of MADR 4.0', async () => {
    const files = await filesOf(closedMeeting());
    const [head = ''] = split(files.get(first) ?? '');
    expect(parse(head)).toEqual({
      ...{ status: 'accepted', date: '2026-11-21', 'decision-makers': ['Ana', 'Bo', 'Cy', 'Di'] },
      ...{ consulted: [], informed: [] },
    });
    const [other = ''] = split(files.get('0002-we-deploy-on-mondays.md') ?? '');
    expect(parse(other)).toMatchObject({ status: `superseded by ${first.replace('.md', '')}` });
  });

  it('have its headings in its order, and every field of the record under them', async () => {
    const [, body = ''] = split((await filesOf(closedMeeting())).get(first) ?? '');
    expect(outline(body)).toEqual([
      ['We show the voucher field above the fold', []],
      [
        'Context and Problem Statement',
        ['Topic: Vouchers', 'One in five asks support.', 'Most are on a phone.'],
      ],
      ['Considered Options', ['* We show the voucher field above the fold', '* A pop-up', '* Leave it']],
      [
        'Decision Outcome',
        [
          'Chosen option: "We show the voucher field above the fold", ' +
            'because One in five asks support. Most are on a phone.',
        ],
      ],
      ['Consequences', ['* Bad, because The page gets longer', '* Bad, because The button moves']],
      ['Confirmation', ['Support hears of it less than once a week']],
      ['Pros and Cons of the Options', []],
      [
        'A pop-up',
        ['* Good, because Seen by everybody', '* Bad, because Closed unread', '* Bad, because Slow'],
      ],
      ['Leave it', ['* Good, because Free']],
      ['More Information', []],
      [
        'Rejected, and why',
        [
          'A pop-up, because people close it',
          '* Revisit on: 2027-01-15',
          '* Fist of five (0-5, 5 best): 1 × 3, 2 × 4, 2 × 5',
        ],
      ],
    ]);
  });

  it.each([
    [
      '"Mondays", because Fridays hurt',
      { context: 'Fridays\nhurt', confirmation: 'Fewer calls', rejected: 'No' },
    ],
    ['"Mondays", because Fewer calls', { confirmation: 'Fewer calls', rejected: 'Fridays, for the weekend' }],
    ['"Mondays", because Fridays, for the weekend', { context: ' \n', rejected: 'Fridays, for the weekend' }],
    ['"Mondays".', {}],
  ])('say why an option was chosen with the first reason there is: %s', async (outcome, reasons) => {
    const room = new RecordedRoom();
    room.board.addDecision('d1', 'Mondays');
    room.write('outcomes', 'd1', reasons);
    const [, body = ''] = split((await filesOf(room)).get('0001-mondays.md') ?? '');
    expect(new Map(outline(body)).get('Decision Outcome')).toEqual([`Chosen option: ${outcome}`]);
  });

  it('leave out what nobody wrote', async () => {
    const [, body = ''] = split((await filesOf(closedMeeting())).get('0002-we-deploy-on-mondays.md') ?? '');
    expect(outline(body).map(([heading]) => heading)).toEqual([
      ...['We deploy on Mondays', 'Context and Problem Statement', 'Considered Options', 'Decision Outcome'],
    ]);
  });

  it('put an escalation on one page with all positions and no verdict', async () => {
    const page = (await filesOf(closedMeeting())).get('escalations/0001-a-second-build-machine.md') ?? '';
    expect(outline(page)).toEqual([
      [
        'Decision needed: A second build machine',
        [
          '* From: The head of platform',
          '* By: 2026-12-01',
          '* Topic: Builds',
          '* Raised in: Checkout, sprint 42, 2026-11-21',
        ],
      ],
      [
        'Where people stand',
        ['* Cy, confirmed: It costs us an hour a day', '* Dee from legal, not confirmed: There is no budget'],
      ],
      ['Risks, also of not deciding', ['Nothing was written down.']],
      ['What was tried', ['Caching']],
      ['Without an answer', ['We wait']],
    ]);
  });

  it('are the same bytes for the same record', () => {
    expect(Buffer.from(decisionsZip(closedMeeting().record()))).toEqual(
      Buffer.from(decisionsZip(closedMeeting().record())),
    );
  });

  it('say so where there are none, and give two of one name two files', async () => {
    expect([...(await filesOf(new RecordedRoom())).keys()]).toEqual(['README.md']);
    const room = new RecordedRoom();
    for (const id of ['d1', 'd2']) room.board.addDecision(id, '../../決定');
    expect([...(await filesOf(room)).keys()]).toEqual(['0001-decision.md', '0002-decision.md']);
  });
});
