import { afterEach, describe, expect, test, vi } from 'vitest';
import { openLink } from '../../../src/lib/components/join/join-room.ts';

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

afterEach(() => vi.unstubAllGlobals());

const seat = (role: string, name: string) => ({ seat: 's1', name, role });
const link = (role: string) => ({ title: 'Sprint', role, facilitator: 'Ada', people: [] });

describe('a link', () => {
  test('of a higher role raises the seat that is there, under its name', async () => {
    const { named } = server({
      seat: seat('participant', 'Bea'),
      peek: link('facilitator'),
      seats: seat('facilitator', 'Bea'),
    });
    expect(await openLink('room', secret)).toEqual({ kind: 'seated', to: '/r/room' });
    expect(named).toEqual(['Bea']);
  });

  test('asks an observer, who has no name, for one before they take part', async () => {
    const { named } = server({ seat: seat('observer', ''), peek: link('participant') });
    expect(await openLink('room', secret)).toMatchObject({ kind: 'welcome', peek: { role: 'participant' } });
    expect(named).toEqual([]);
  });

  test.each([
    ['is refused', 'room-full', 'room-full'],
    ['meets no network', undefined, 'unreachable'],
  ])('that would raise a seat and %s says so, and leaves the seat', async (_, seats, code) => {
    server({ seat: seat('participant', 'Bea'), peek: link('facilitator'), seats });
    expect(await openLink('room', secret)).toEqual({ kind: 'refused', code, seated: '/r/room' });
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
