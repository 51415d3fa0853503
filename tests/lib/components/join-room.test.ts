import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enterRoom, moveHere, openLink } from '../../../src/lib/components/join/join-room.ts';
import { readFacilitatorLink } from '../../../src/lib/room/facilitator-link.ts';

const secret = 'a'.repeat(22);
type Answers = Partial<Record<'seat' | 'peek' | 'seats', unknown>>;

/** A server with one answer per path; a string is a refusal, nothing at all is a network that is down. */
function server(answers: Answers): { readonly named: unknown[] } {
  const named: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const what = path.split('/').at(-1) as keyof Answers;
    if (what === 'seats') named.push((JSON.parse(init.body as string) as { name?: string }).name);
    const answer = answers[what];
    if (answer === undefined) throw new TypeError('failed to fetch');
    if (typeof answer !== 'string') return new Response(JSON.stringify(answer));
    return new Response(JSON.stringify({ code: answer, message: 'm', next: 'n' }), { status: 400 });
  });
  return { named };
}

/** The storage of a browser that was never here before. */
function freshStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const stored = new Map<string, string>();
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
  };
}

beforeEach(() => vi.stubGlobal('localStorage', freshStorage()));
afterEach(() => vi.unstubAllGlobals());

const seat = (role: string, name: string) => ({ seat: 's1', name, role });
const link = (role: string, closed = false) => ({
  title: 'Sprint',
  role,
  facilitator: 'Ada',
  people: [],
  closed,
});

describe('a link', () => {
  test('of a higher role asks first and changes nothing, on the server or here', async () => {
    const { named } = server({
      seat: seat('participant', 'Bea'),
      peek: link('facilitator'),
      seats: seat('facilitator', 'Bea'),
    });
    expect(await openLink('room', secret)).toMatchObject({
      kind: 'raising',
      name: 'Bea',
      seated: '/r/room',
      refused: null,
    });
    expect(named).toEqual([]);
    expect(readFacilitatorLink('room')).toBeNull();
  });

  test('raises the seat under its name when that is asked for, and is kept', async () => {
    const { named } = server({ seats: seat('facilitator', 'Bea') });
    expect(await enterRoom('room', secret, 'facilitator', 'Bea')).toEqual({ ok: true, to: '/r/room' });
    expect(named).toEqual(['Bea']);
    expect(readFacilitatorLink('room')).toBe(`/j/room#${secret}`);
  });

  test('of a higher role asks nothing in a closed room, where nobody is raised', async () => {
    server({ seat: seat('participant', 'Bea'), peek: link('facilitator', true) });
    expect(await openLink('room', secret)).toEqual({ kind: 'seated', to: '/r/room' });
    server({ seat: seat('observer', ''), peek: link('participant', true) });
    expect(await openLink('room', secret)).toEqual({ kind: 'seated', to: '/r/room' });
  });

  test('asks an observer, who has no name, for one before they take part', async () => {
    const { named } = server({ seat: seat('observer', ''), peek: link('participant') });
    expect(await openLink('room', secret)).toMatchObject({
      kind: 'welcome',
      peek: { role: 'participant' },
      seated: '/r/room',
    });
    expect(named).toEqual([]);
  });

  test('of a facilitator is kept in a browser that is theirs already', async () => {
    server({ seat: seat('facilitator', 'Ada'), peek: link('facilitator') });
    expect(await openLink('room', secret)).toEqual({ kind: 'seated', to: '/r/room' });
    expect(readFacilitatorLink('room')).toBe(`/j/room#${secret}`);
  });

  test.each([
    ['is refused', 'room-full', 'room-full'],
    ['meets no network', undefined, 'unreachable'],
  ])('that was to raise a seat and %s is not kept', async (_, seats, code) => {
    server({ seats });
    expect(await enterRoom('room', secret, 'facilitator', 'Bea')).toEqual({ ok: false, code });
    expect(readFacilitatorLink('room')).toBeNull();
  });

  test('that opens nothing says so, also to somebody seated', async () => {
    server({ seat: seat('participant', 'Bea'), peek: 'not-found' });
    expect(await openLink('room', secret)).toEqual({ kind: 'refused', code: 'not-found', seated: '/r/room' });
  });

  test('asks nobody for a name while it is unknown whether they have a seat', async () => {
    server({ peek: link('participant') });
    expect(await openLink('room', secret)).toEqual({ kind: 'refused', code: 'unreachable', seated: null });
  });

  test('for observers lets somebody seated watch', async () => {
    server({ seat: seat('participant', 'Bea'), peek: link('observer') });
    expect(await openLink('room', secret)).toEqual({ kind: 'seated', to: '/r/room?as=observer' });
  });

  test('that was cut off is incomplete, unless this browser has a seat anyway', async () => {
    server({ seat: 'no-seat' });
    expect(await openLink('room', 'short')).toEqual({ kind: 'incomplete' });
    server({ seat: seat('participant', 'Bea') });
    expect(await openLink('room', 'short')).toEqual({ kind: 'seated', to: '/r/room' });
  });
});

describe('a link that moves a seat, and a door that is not open', () => {
  const moving = { ...link('participant'), moves: 'Bea' };

  test('asks before anything goes anywhere, also where this browser has another seat', async () => {
    const { named } = server({ seat: 'no-seat', peek: moving });
    expect(await openLink('room', secret)).toMatchObject({ kind: 'moving', name: 'Bea', seated: null });
    server({ seat: seat('participant', 'Cy'), peek: moving });
    expect(await openLink('room', secret)).toMatchObject({ kind: 'moving', name: 'Bea', seated: '/r/room' });
    expect(named).toEqual([]);
  });

  test('goes on without a name, for the seat has one', async () => {
    const { named } = server({ seats: seat('participant', 'Bea') });
    expect(await moveHere('room', secret)).toEqual({ ok: true, to: '/r/room' });
    expect(named).toEqual([undefined]);
  });

  test('says at once that nobody new comes in, and lets whoever has a seat go in', async () => {
    server({ seat: 'no-seat', peek: { ...link('participant'), door: 'locked' } });
    expect(await openLink('room', secret)).toEqual({ kind: 'refused', code: 'door-locked', seated: null });
    server({ seat: seat('participant', 'Bea'), peek: { ...link('participant'), door: 'locked' } });
    expect(await openLink('room', secret)).toEqual({ kind: 'seated', to: '/r/room' });
  });
});
