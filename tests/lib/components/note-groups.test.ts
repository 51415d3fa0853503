import { describe, expect, test } from 'vitest';
import type { Segment } from '../../../src/domain/agenda/segment.ts';
import type { Note } from '../../../src/domain/board/board.ts';
import { lensIcons } from '../../../src/lib/components/lenses/lens-look.ts';
import { groupNotes, sidesOf } from '../../../src/lib/components/notes/note-groups.ts';
import { notes as words } from '../../../src/lib/text/notes.ts';

const segment = (parts: Partial<Segment>) =>
  ({ id: 's', activity: 'gather', title: 'S', lenses: [], prompts: [], ...parts }) as unknown as Segment;
const stage = { ownLenses: [] };
const bare = { id: 'n1', segment: 's', lens: '', prompt: '', text: 'words' } as Note;

test('wins are headed by the name of their part, and thanks of the last one as thanks', () => {
  const headings = (activity: 'wins' | 'close', title: string) =>
    groupNotes(segment({ activity, title }), [bare], stage).map(({ heading }) => heading);
  expect(headings('wins', 'Wins first')).toEqual(['Wins first']);
  expect(headings('close', 'Close')).toEqual([words.thanks]);
});

test('wins stand under the questions that they answer, and can be moved to each and to none', () => {
  const prompts = [
    { id: 'well', name: 'Went well', question: '?' },
    { id: 'luck', name: 'Luck', question: '?' },
  ];
  const asked = segment({ activity: 'wins', title: 'Wins', prompts });
  const notes = [bare, { ...bare, id: 'n2', prompt: 'luck' }, { ...bare, id: 'n3', prompt: 'gone' }];
  expect(
    groupNotes(asked, notes, stage).map((group) => [group.heading, group.notes.map(({ id }) => id)]),
  ).toEqual([
    ['Luck', ['n2']],
    [words.withoutPrompt, ['n1', 'n3']],
  ]);
  expect(sidesOf(asked, stage).map(({ id, name }) => [id, name])).toEqual([
    ['well', 'Went well'],
    ['luck', 'Luck'],
    ['', words.win],
  ]);
});

describe('notes that show no lens', () => {
  test('lack one where the segment has lenses, and come after those that show one', () => {
    const groups = groupNotes(
      segment({ lenses: ['user'] }),
      [bare, { ...bare, id: 'n2', lens: 'user' }],
      stage,
    );
    expect(groups.map(({ heading, lacksLens }) => [heading, lacksLens])).toEqual([
      ['User', false],
      [words.withoutLens, true],
    ]);
  });

  test('lack nothing where there are questions instead', () => {
    const prompts = [{ id: 'start', name: 'Start', question: '?' }];
    expect(groupNotes(segment({ prompts }), [bare], stage)).toMatchObject([
      { heading: words.withoutPrompt, lacksLens: false },
    ]);
  });
});

test('a lens of the team’s own stands by its name, with its letter and icon, on neutral paper', () => {
  const legal = { id: 'legal', name: 'Legal', letter: 'L', icon: 'scale' };
  const own = {
    ownLenses: [{ ...legal, questions: ['One?', 'Two?', 'Three?'] as [string, string, string] }],
  };
  const [side] = sidesOf(segment({ lenses: ['legal'] }), own);
  expect(side).toMatchObject({ id: 'legal', name: 'Legal', letter: 'L' });
  expect(side?.look).toEqual({ colour: 'neutral', icon: lensIcons.scale });
});
