import { afterEach, describe, expect, test } from 'vitest';
import { writeAgenda } from '../../../src/domain/agenda/markdown/write-agenda.ts';
import { agendaSeen } from '../../../src/lib/components/agenda/builder/agenda-since.ts';
import { agendaOf } from '../../../src/lib/components/agenda/builder/room-agenda.ts';
import { UsingAgenda } from '../../../src/lib/components/agenda/builder/using-agenda.svelte.ts';
import { TypedAgenda } from '../../../src/lib/room/typed-agenda.svelte.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';
import { memoryDevice } from '../room/memory-device.ts';
import { roomOf } from './room-of.ts';

afterEach(hideToast);

const titles = (meeting: Meeting) => meeting.stage.segments.map(({ title }) => title);
const rename = (meeting: Meeting, segment: string, title: string) =>
  meeting.do({ type: 'changeSegment', segment, change: { title } });

/** Somebody who has typed one more part below the agenda that is there; `meanwhile` is done as it goes out. */
function typing(meeting: Meeting, meanwhile?: () => void) {
  const typed = new TypedAgenda('typed', memoryDevice());
  const given = writeAgenda(agendaOf(meeting.stage, meeting.now));
  typed.type(`${given}- 5m talk\n  - title: One more\n`, given, JSON.stringify(agendaSeen(meeting.stage)));
  const using = new UsingAgenda(roomOf(meeting, [], meanwhile), typed);
  return { typed, using, press: () => using.read(typed.text ?? '') };
}

describe('an agenda that was typed as Markdown', () => {
  test('is used at once where nobody has changed what it says, whoever came, paused or went on', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.goTo('check-in');
    const { typed, using, press } = typing(meeting);
    meeting.join('ana');
    meeting.do({ type: 'pauseClock' });
    meeting.do({ type: 'resumeClock' });
    meeting.pass(9 * minute);
    meeting.do({ type: 'goNext' });
    press();
    expect(using.overtaken).toBeNull();
    await expect.poll(() => typed.text).toBeNull();
    expect(titles(meeting)).toContain('One more');
  });

  test('is not used before it is asked, where somebody has changed the agenda since, and says what they changed', async () => {
    const meeting = new Meeting();
    const { typed, using, press } = typing(meeting);
    rename(meeting, 'wins', 'Renamed');
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    meeting.do({ type: 'setBuffer', minutes: 4 });
    press();
    expect(using.overtaken?.changed).toEqual(['Renamed', 'Vote', 'Buffer']);
    expect(titles(meeting)).toContain('Renamed');
    expect(titles(meeting)).not.toContain('One more');
    if (using.overtaken) using.useOver(using.overtaken);
    await expect.poll(() => typed.text).toBeNull();
    expect(titles(meeting)).toEqual(expect.arrayContaining(['Wins', 'Vote', 'One more']));
    expect([using.isAsked, toasts.current?.words]).toEqual([false, 'The agenda is as written.']);
  });

  test('gives the buffer nothing back that it has paid since, where only what was left of it is written there', async () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.goTo('check-in').spendSpare();
    const { typed, press } = typing(meeting);
    meeting.do({ type: 'extendTime', minutes: 5 });
    expect(meeting.stage.bufferMs).toBe(minute);
    press();
    await expect.poll(() => typed.text).toBeNull();
    expect(titles(meeting)).toContain('One more');
    expect(meeting.stage.bufferMs).toBe(minute);
  });

  test('asks also about another order, the title, and lenses of the team’s own', () => {
    const meeting = new Meeting();
    const { using, press } = typing(meeting);
    meeting.do({ type: 'moveSegment', segment: 'vote', before: 'wins' });
    press();
    expect(using.overtaken?.changed).toEqual(['the order of the parts']);
    using.takeBack();
    meeting.do({
      type: 'putLens',
      lens: { id: 'legal', name: 'Legal', letter: 'L', icon: 'scale', questions: ['What?', 'Who?', 'When?'] },
    });
    press();
    expect(using.overtaken?.changed).toEqual(['the order of the parts', 'Lenses of your own']);
  });

  test('is refused where the agenda changes between the answer and the command, and asks anew', async () => {
    const meeting = new Meeting();
    const late = ['Later', 'Latest'];
    const { typed, using, press } = typing(meeting, () => {
      const title = late.shift();
      if (title) rename(meeting, 'wins', title);
    });
    press();
    await expect.poll(() => using.overtaken?.changed).toEqual(['Later']);
    expect(toasts.current?.words).toMatch(/^Somebody else was a moment faster/);
    if (using.overtaken) using.useOver(using.overtaken);
    await expect.poll(() => using.overtaken?.changed).toEqual(['Latest']);
    expect([titles(meeting).includes('One more'), typed.text === null]).toEqual([false, false]);
    if (using.overtaken) using.useOver(using.overtaken);
    await expect.poll(() => titles(meeting).includes('One more')).toBe(true);
    expect(using.overtaken).toBeNull();
  });

  test('is used once, however often it is pressed before it is there', async () => {
    const meeting = new Meeting();
    const { typed, using, press } = typing(meeting);
    rename(meeting, 'wins', 'Renamed');
    press();
    const asked = using.overtaken;
    const { rev } = meeting.stage;
    if (asked) using.useOver(asked);
    if (asked) using.useOver(asked);
    await expect.poll(() => typed.text).toBeNull();
    await expect.poll(() => toasts.current?.words).toBe('The agenda is as written.');
    expect([using.isAsked, meeting.stage.rev]).toEqual([false, rev + 1]);
    hideToast();

    const next = typing(meeting);
    next.press();
    next.press();
    await expect.poll(() => next.typed.text).toBeNull();
    await expect.poll(() => toasts.current?.words).toBe('The agenda is as written.');
    expect([next.using.isAsked, meeting.stage.rev]).toEqual([false, rev + 2]);
  });

  test('is used again after one was refused', async () => {
    const meeting = new Meeting();
    const { typed, using, press } = typing(meeting, () => {
      if (!titles(meeting).includes('Later')) rename(meeting, 'wins', 'Later');
    });
    press();
    press();
    await expect.poll(() => using.overtaken?.changed).toEqual(['Later']);
    if (using.overtaken) using.useOver(using.overtaken);
    await expect.poll(() => typed.text).toBeNull();
    expect(titles(meeting)).toContain('One more');
  });

  test('brings its lenses without being overtaken by them', async () => {
    const meeting = new Meeting();
    const { typed, using } = typing(meeting);
    const lens = '- lens: Legal\n  - id: legal\n  - question: A?\n  - question: B?\n  - question: C?\n';
    typed.type(`${typed.text}\n${lens}`, '');
    using.read(typed.text ?? '');
    await expect.poll(() => typed.text).toBeNull();
    expect(meeting.stage.ownLenses.map(({ name }) => name)).toEqual(['Legal']);
  });

  test('that was used without some lines goes on over what came of it', async () => {
    const meeting = new Meeting();
    const { typed, using } = typing(meeting);
    typed.type(`${typed.text}- 5m nonsense\n`, '');
    using.read(typed.text ?? '');
    const { unread } = using;
    expect(unread?.problems).toHaveLength(1);
    if (unread) using.use(unread);
    await expect.poll(() => using.isAsked).toBe(false);
    expect(titles(meeting)).toContain('One more');
    using.read((typed.text ?? '').replace('- 5m nonsense\n', ''));
    expect(using.overtaken).toBeNull();
  });
});
