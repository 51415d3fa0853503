import { describe, expect, test, vi } from 'vitest';
import { agendaIn, agendaOfFormat } from '../../../src/domain/agenda/agenda.ts';
import { formatOf } from '../../../src/domain/agenda/formats.ts';
import { readAgenda } from '../../../src/domain/agenda/markdown/read-agenda.ts';
import { addressOf, choiceOf } from '../../../src/lib/components/formats/choice.ts';
import { KeepUnderName } from '../../../src/lib/components/formats/keep-under-name.svelte.ts';
import { leftOut } from '../../../src/lib/components/formats/left-out.ts';
import { stretchedTo } from '../../../src/lib/components/formats/stretched.ts';
import { ownPlans } from '../../../src/lib/components/landing/own-plans.ts';
import { RoomDraft } from '../../../src/lib/components/new-room/room-draft.svelte.ts';
import { saveFormat } from '../../../src/lib/room/saved-formats.ts';
import { landing } from '../../../src/lib/text/landing.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { memoryDevice } from '../room/memory-device.ts';

const launch = { id: 'a', name: 'Launch review', markdown: '- 8m wins', at: 1 };

describe('the address of the page of formats', () => {
  const look = (address: string) => choiceOf(new URL(address, 'http://x').searchParams, [launch]);

  test('says what is looked at', () => {
    expect(look(addressOf.all)).toBeNull();
    expect(look(addressOf.format('daki'))).toEqual({ kind: 'format', format: formatOf('daki') });
    expect(look(addressOf.own('a'))).toEqual({ kind: 'own', saved: launch });
    expect(look(addressOf.new)).toEqual({ kind: 'new' });
  });

  test('says so where it names a format that there is not, and of an own one that this browser does not have', () => {
    expect(look(addressOf.format('constructor'))).toEqual({ kind: 'unknown' });
    expect(look(addressOf.own('b'))).toEqual({ kind: 'gone' });
  });
});

describe('keeping a format under a name', () => {
  function keeping({ full = false } = {}) {
    const device = memoryDevice();
    saveFormat(launch, device);
    const written: (readonly [string, string | null])[] = [];
    const write = (name: string, id: string | null) => written.push([name, id]) > 0 && !full;
    return { keeper: new KeepUnderName(write, device), written };
  }

  test('asks before one of that name is replaced, and keeps the new one in its place', () => {
    const { keeper, written } = keeping();
    expect(keeper.keep('launch review')).toBe('asked');
    expect([keeper.isAsking, written]).toEqual([true, []]);
    expect(keeper.replace()).toBe('kept');
    expect([keeper.isAsking, written]).toEqual([false, [['launch review', 'a']]]);
  });

  test('replaces nothing once another name is typed, and keeps that beside the others', () => {
    const { keeper, written } = keeping();
    keeper.keep('Launch review');
    keeper.drop();
    expect([keeper.isAsking, keeper.replace()]).toEqual([false, 'refused']);
    expect(keeper.keep('Launch review 2')).toBe('kept');
    expect(written).toEqual([['Launch review 2', null]]);
  });

  test('says where the browser keeps nothing', () => {
    expect(keeping({ full: true }).keeper.keep('New')).toBe('refused');
  });
});

describe('what is left out of a plan', () => {
  const at = (format: 'heart-heat' | 'decision', minutes: number) => {
    const planned = agendaOfFormat(formatOf(format));
    return leftOut(planned.segments, agendaIn(planned, minutes)?.segments ?? []);
  };

  test('is named in its order, and nothing where all of it fits', () => {
    expect(at('heart-heat', 60)).toEqual([]);
    expect(at('heart-heat', 30)).toEqual([]);
    expect(at('heart-heat', 20)).toEqual(['Check-in', 'Follow-up', 'Group']);
    expect(at('decision', 15)).toEqual(['Frame', 'Clarify', 'Fist of five', 'Resolve low scores']);
  });

  test('is said also of parts that are called the same', () => {
    const { segments } = readAgenda('- 5m talk\n- 5m talk\n- 5m close').agenda;
    expect(leftOut(segments, segments.slice(1))).toEqual(['Talk']);
  });
});

describe('an agenda of one’s own that is too short or too long for a meeting', () => {
  const of = (markdown: string) => readAgenda(markdown).agenda;

  test('says so, and what is made of it', () => {
    const short = of('- 5m gather\n- 1m discuss\n- 4m decide\n- 2m close\n- 1m buffer');
    expect(stretchedTo(short, 15)).toMatch(
      /takes 13 minutes; a meeting takes 15 to 180\..+stretched to 15\.$/,
    );
    const long = of('- 100m talk\n- 100m talk');
    expect(stretchedTo(long, 120)).toMatch(/takes 200 minutes;.+shortened to 120\.$/);
  });

  test('says nothing of one that is neither', () => {
    expect(stretchedTo(of('- 10m talk\n- 5m close'), 60)).toBeNull();
    expect(stretchedTo(of('- 100m talk\n- 80m talk'), 60)).toBeNull();
  });
});

describe('formats of one’s own on the landing page', () => {
  const device = memoryDevice();
  saveFormat({ ...launch, markdown: '- 8m wins\n- 30m discuss\n- 2m close' }, device);
  saveFormat({ ...launch, id: 'b', name: 'Nothing in it', markdown: 'words' }, device);
  const [plan, ...others] = ownPlans(device);

  test('are there to choose where a room can be made of them, and told from ready ones', () => {
    expect(plan).toMatchObject({ id: 'a', name: 'Launch review, your own', minutes: 40 });
    expect(others).toEqual([]);
    expect(plan?.fit(20, 2)).toMatchObject({ buffer: 2 });
  });

  test('bring their minutes, and say where they do not fit into those that are typed', async () => {
    const draft = new RoomDraft();
    draft.plan = plan ?? null;
    expect([draft.minutes, draft.timeError]).toEqual([40, null]);
    draft.plan = { minutes: 8, fit: (minutes) => (minutes < 20 ? null : (plan?.fit(minutes, 0) ?? null)) };
    expect([draft.minutes, draft.timeError]).toEqual([15, landing.fitsNot]);
    draft.title = 'Launch';
    expect(await draft.make(null)).toBeNull();
    draft.minutes = 20;
    expect(draft.timeError).toBeNull();
    draft.plan = null;
    draft.minutes = 15;
    expect(draft.timeError).toBeNull();
  });

  test('are what the room is made of, in the minutes that are typed', async () => {
    const asked: unknown[] = [];
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      asked.push(JSON.parse(init.body as string));
      return Promise.reject(new Error('no network'));
    });
    const draft = new RoomDraft();
    draft.plan = plan ?? null;
    draft.title = 'Launch';
    draft.minutes = 30;
    await draft.make(null);
    vi.unstubAllGlobals();
    expect(asked).toMatchObject([{ minutes: 30, agenda: plan?.fit(30, 0) }]);
  });
});

describe('a room that is about to be made', () => {
  test('has the title and minutes of its agenda until somebody types others', () => {
    let total = 43;
    const draft = new RoomDraft({ title: () => 'Launch review', minutes: () => total });
    expect([draft.title, draft.minutes]).toEqual(['Launch review', 43]);
    total = 50;
    expect(draft.minutes).toBe(50);
    draft.title = '';
    draft.minutes = null;
    expect([draft.title, draft.minutes]).toEqual(['', null]);
  });

  test('says what is wrong with it, a missing title only once it was to be made', async () => {
    const draft = new RoomDraft();
    draft.minutes = limits.minutesMax + 1;
    draft.people = 0;
    expect([draft.titleError, draft.timeError, draft.peopleError]).toEqual([
      null,
      expect.stringContaining('15'),
      expect.stringContaining('50'),
    ]);
    expect(await draft.make(null)).toBeNull();
    expect(draft.titleError).toMatch(/title/);
    expect(draft.starting).toBe(false);
  });
});
