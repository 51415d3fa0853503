import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../../../src/domain/agenda/agenda.ts';
import { readAgenda } from '../../../../src/domain/agenda/markdown/read-agenda.ts';
import { writeAgenda } from '../../../../src/domain/agenda/markdown/write-agenda.ts';
import { limits } from '../../../../src/protocol/limits.ts';
import { agendas, expectBack, hostileWords, isValid } from './agendas.ts';

const complaints = (markdown: string) =>
  readAgenda(markdown).problems.map(({ line, sentence }) => `${line}: ${sentence}`);
const activitiesOf = (markdown: string) =>
  readAgenda(markdown).agenda.segments.map(({ activity, minutes }) => `${minutes} ${activity}`);

describe('reading an agenda that people wrote', () => {
  it('reads the example of the documentation, and writes it again as it stands there', () => {
    const page = readFileSync('docs/agenda-markdown.md', 'utf8');
    const example = /```markdown\n([^]*?)```/.exec(page)?.[1] ?? '';
    const { agenda, problems } = readAgenda(example);
    expect(problems).toEqual([]);
    expect(minutesOf(agenda)).toBe(72);
    expect(agenda.segments[3]).toEqual({
      activity: 'gather',
      title: 'Perspectives on the launch',
      question: 'What did each side see?',
      minutes: 12,
      policy: 'own',
      lenses: ['user', 'oncall', 'legal'],
      rounds: 2,
      prompts: [],
      preReads: [],
      checkIn: 'none',
      notes: 'Ask Amara first: she was on call.',
    });
    expect(agenda.segments[1]?.preReads).toEqual([
      {
        title: 'Dashboard of the month',
        link: 'https://dash.example.org/checkout?from=2026-11-01',
        text: '',
      },
      {
        title: 'What support heard',
        link: '',
        text: 'Refunds were asked for twice as often.\n\nMost people wrote in the evening.',
      },
    ]);
    expect(writeAgenda(agenda)).toBe(example);
  });

  it('takes any bullet, indent, spelling and line end', () => {
    const agenda = [
      '#  Sprint 12 ',
      '* 8 min Wins: Whom do we thank?',
      '\t* Title:   Thanks  to  everybody',
      '+ 4mins check in',
      '1. 3 minutes FOLLOW-UP :  Which promises are kept? ',
      '- 12 m. gather',
      '   Lens: On-call,  NEW JOINER',
      '      - pre-read: https://a.example/x',
      '2m Buffer',
    ].join('\r\n');
    const { agenda: read, problems } = readAgenda(agenda);
    expect(problems).toEqual([]);
    expect(read.title).toBe('Sprint 12');
    expect(read.buffer).toBe(2);
    expect(activitiesOf(agenda)).toEqual(['8 wins', '4 check-in', '3 follow-up', '12 gather']);
    expect(read.segments[0]).toMatchObject({ title: 'Thanks to everybody', question: 'Whom do we thank?' });
    expect(read.segments[2]?.question).toBe('Which promises are kept?');
    expect(read.segments[3]).toMatchObject({
      lenses: ['oncall', 'newcomer'],
      rounds: 2,
      preReads: [{ title: 'https://a.example/x', link: 'https://a.example/x', text: '' }],
    });
  });

  it('makes up the id, the letter and the icon of a lens, and never its questions', () => {
    const questions = ['One?', 'Two?', 'Three?'].map((question) => `  - question: ${question}`);
    const text = [
      '- 9m gather',
      '  - lenses: Très légal',
      '- lens: Très légal',
      ...questions,
      '- lens: Other',
    ];
    const { agenda } = readAgenda(text.join('\n'));
    expect(agenda.lenses).toEqual([
      {
        id: 'tres-legal',
        name: 'Très légal',
        letter: 'T',
        icon: 'eye',
        questions: ['One?', 'Two?', 'Three?'],
      },
    ]);
    expect(agenda.segments[0]?.lenses).toEqual(['tres-legal']);
    expect(complaints(text.join('\n'))).toEqual([
      `7: A lens has three questions of at most ${limits.questionChars} characters. This one was left out.`,
    ]);
  });

  it('leaves out a lens of the name of another, and says so at its line', () => {
    const questions = ['One?', 'Two?', 'Three?'].map((question) => `  - question: ${question}`);
    const text = [
      ...['- lens: Legal', ...questions],
      ...['- lens: legal', '  - id: law', ...questions],
      ...['- lens: User', '  - id: buyer', ...questions],
    ].join('\n');
    expect(readAgenda(text).agenda.lenses.map(({ id }) => id)).toEqual(['legal']);
    expect(complaints(text)).toEqual([
      '5: There is a lens of that name already. This one was left out.',
      '10: There is a lens of that name already. This one was left out.',
    ]);
  });

  it('gathers from four sides where a segment does not say by what it asks', () => {
    const [segment] = readAgenda('- 16m gather: What do we see?').agenda.segments;
    expect(segment).toMatchObject({ lenses: ['user', 'oncall', 'product', 'security'], rounds: 4 });
  });

  it('names each line that it cannot read, and loads the rest', () => {
    const text = [
      'Dear all,',
      '# One',
      '# Two',
      '- 8m party: Who brings cake?',
      '  - title: Not complained about twice',
      '- wins: Whom do we thank?',
      '- 0m vote',
      '- 5m decide: What will be different?',
      '  - colour: green',
      '  - prompt: Nobody: writes here?',
      '  - policy: reveal',
      '  - rounds: 2',
      '  > to whom?',
      '- 9m gather',
      '  - lenses: user, astrology, user',
      '  - rounds: 3',
      '- 300m buffer',
      '- 1m buffer',
      '- 2m buffer',
      '  - notes: of nobody',
      '- 3m close',
    ].join('\n');
    expect(activitiesOf(text)).toEqual(['5 decide', '9 gather', '3 close']);
    expect(readAgenda(text).agenda).toMatchObject({ title: 'One', buffer: 1 });
    expect(readAgenda(text).problems.map(({ line }) => line)).toEqual([
      1, 3, 4, 6, 7, 9, 10, 11, 12, 13, 15, 15, 16, 17, 19, 20,
    ]);
    expect(complaints(text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^4: “party” is no activity\. It can be check-in, /),
        '6: It does not say how long it takes. Write for example “8m wins”.',
        '11: “reveal” is no way in which notes show here. It can be none.',
        '15: There is no lens “astrology”.',
        '15: “user” is there already.',
        '19: There is a buffer already.',
      ]),
    );
  });

  it('takes only what is indented for a part of a line that it cannot read', () => {
    const text = [
      '- 8m party: Who brings cake?',
      '  - title: With it',
      '    > and this',
      'Lunch is at noon.',
      '> Said somebody',
      'title: Of nothing',
      '  - policy: own',
      '- 5m talk',
    ].join('\n');
    const lines = (markdown: string) => readAgenda(markdown).problems.map(({ line }) => line);
    expect(lines(text)).toEqual([1, 4, 5, 6, 7]);
    expect(lines(text.replace(/^/gmu, '   '))).toEqual([1, 4, 5, 6, 7]);
    expect(lines('8m party\nLunch\n  with cake')).toEqual([1, 2, 3]);
    expect(activitiesOf(text)).toEqual(['5 talk']);
  });

  it('asks whether a pre-read was meant, and goes on below the same part', () => {
    const text = [
      '- 8m wins',
      '  - read: Report',
      '  - reed: Foo',
      '  - title: Thanks',
      '- read: Report',
      '  - title: Lost',
    ];
    expect(complaints(text.join('\n'))).toEqual([
      expect.stringMatching(/^2: .*Did you mean “pre-read”/u),
      expect.stringMatching(/^3: “reed” is not something a part has/u),
      '5: It does not say how long it takes. Write for example “8m read”.',
    ]);
    expect(readAgenda(text.join('\n')).agenda.segments.map(({ title }) => title)).toEqual(['Thanks']);
  });

  it('says a word again as it was typed', () => {
    expect(complaints('- 5m talk\n  - Went well: yes\n- lens: Legal\n  - Who-ever: me')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2: “Went well” is not/u),
        expect.stringMatching(/^4: “Who-ever” is not/u),
      ]),
    );
  });

  it('T-76 takes no address for a pre-read that a browser would run', () => {
    const addresses = [
      'javascript:alert(1)',
      'data:text/html,x',
      '//x',
      'file:///etc',
      'https:x',
      'HTTPS://x y',
    ];
    const text = ['- 5m read', ...addresses.map((address) => `  - pre-read: Numbers: ${address}`)].join('\n');
    const { agenda, problems } = readAgenda(text);
    expect(agenda.segments[0]?.preReads).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('takes in nothing that is too long or too much, and says where', () => {
    const many = (count: number, line: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => line(i));
    const text = [
      `# ${'x'.repeat(limits.titleChars + 1)}`,
      `- 8m wins: ${'x'.repeat(limits.questionChars + 1)}`,
      `  - notes: ${'x'.repeat(limits.facilitatorNoteChars)}`,
      '    > one more',
      '    > complained about once',
      ...many(limits.segmentPrompts + 1, (i) => `  - prompt: ${i}`),
      ...many(limits.segmentPreReads + 1, (i) => `  - pre-read: ${i}`),
      '    > of the one too many',
      ...many(limits.segments, () => '- 1m talk'),
    ].join('\n');
    const { agenda, problems } = readAgenda(text);
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 4, 14, 23, 54]);
    expect(agenda.title).toBe('');
    expect(agenda.segments).toHaveLength(limits.segments);
    expect(agenda.segments[0]).toMatchObject({
      question: '',
      notes: 'x'.repeat(limits.facilitatorNoteChars),
    });
    expect(isValid(agenda)).toBe(true);
  });

  it('T-76 makes an agenda that a room can have of whatever it is given', () => {
    const scraps = fc.oneof(
      { weight: 2, arbitrary: hostileWords.text },
      fc.constantFrom(
        '- 8m wins: ',
        '- 9m gather',
        '  - lenses: user, x',
        '  - rounds: 9',
        '  - policy: own',
      ),
      fc.constantFrom(
        '- lens: ',
        '  - id: user',
        '  - question: ',
        '  - ask: word',
        '- 3m check-in',
        '    > ',
      ),
    );
    const cut = agendas(hostileWords).map((agenda) => writeAgenda(agenda));
    const text = fc.oneof(
      fc.array(scraps, { maxLength: 12 }).map((lines) => lines.join('\n')),
      fc.array(scraps, { maxLength: 12 }).map((lines) => lines.join('')),
      fc
        .tuple(cut, fc.nat(200), hostileWords.text)
        .map(([all, at, more]) => all.slice(0, at) + more + all.slice(at)),
    );
    fc.assert(
      fc.property(text, (markdown) => {
        const { agenda, problems } = readAgenda(markdown);
        if (!isValid(agenda)) throw new Error('no room could have it');
        const last = markdown.split(/\r\n|\n|\r/).length;
        expect(problems.every(({ line }) => line >= 1 && line <= last)).toBe(true);
        expectBack(agenda, readAgenda(writeAgenda(agenda)));
      }),
      { numRuns: 5_000 },
    );
  });
});
