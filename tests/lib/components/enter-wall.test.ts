import { afterEach, describe, expect, test, vi } from 'vitest';
import { memoryDevice } from '../room/memory-device.ts';
import { RoomMemory } from '../../../src/lib/room/room-memory.ts';
import { enterWall } from '../../../src/lib/components/wall/enter-wall.ts';

const secret = 'a'.repeat(22);
type Answers = Partial<Record<'seat' | 'peek' | 'seats', unknown>>;

/** A server with one answer per path; a string is a refusal, nothing at all is a network that is down. */
function server(answers: Answers): { readonly asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    const what = path.split('/').at(-1) as keyof Answers;
    asked.push(what);
    const answer = answers[what];
    if (answer === undefined) return Promise.reject(new TypeError('failed to fetch'));
    const refusal = { code: answer, message: 'm', next: 'n' };
    return Promise.resolve(
      typeof answer === 'string'
        ? new Response(JSON.stringify(refusal), { status: 400 })
        : new Response(JSON.stringify(answer)),
    );
  });
  return { asked };
}

afterEach(() => vi.unstubAllGlobals());

const seat = (role: string) => ({ seat: 's1', name: '', role });
const link = (role: string) => ({ title: 'Sprint', role, facilitator: 'Ada', people: [], closed: false });

describe('the address of a wall', () => {
  test.each(['observer', 'participant', 'facilitator'])(
    'opens beside the seat of a browser that has one: %s keeps it, and the link is not looked at',
    async (role) => {
      const { asked } = server({ seat: seat(role) });
      expect(await enterWall('room', secret)).toEqual({ kind: 'open' });
      expect(await enterWall('room', '')).toEqual({ kind: 'open' });
      expect(asked).toEqual(['seat', 'seat']);
    },
  );

  test('takes an observer’s seat where there is none', async () => {
    const { asked } = server({ seat: 'no-seat', peek: link('observer'), seats: seat('observer') });
    expect(await enterWall('room', secret)).toEqual({ kind: 'open' });
    expect(asked).toEqual(['seat', 'peek', 'seats']);
  });

  test.each(['participant', 'facilitator'])('takes no seat by a link for a %s', async (role) => {
    const { asked } = server({ seat: 'no-seat', peek: link(role) });
    expect(await enterWall('room', secret)).toEqual({ kind: 'not-for-walls', link: `/j/room#${secret}` });
    expect(asked).not.toContain('seats');
  });

  test('says what is missing: a whole secret, a link that is good, a network', async () => {
    server({ seat: 'no-seat' });
    for (const broken of ['', 'short', `${secret}x`])
      expect(await enterWall('room', broken)).toEqual({ kind: 'incomplete' });
    server({ seat: 'no-seat', peek: 'bad-link' });
    expect(await enterWall('room', secret)).toMatchObject({ kind: 'refused' });
    server({});
    expect(await enterWall('room', secret)).toEqual({ kind: 'refused', code: 'unreachable' });
  });

  test('that was good before is not called incomplete once its room or seat is gone', async () => {
    server({ seat: 'no-seat' });
    const device = memoryDevice();
    const memory = new RoomMemory('room', device);
    expect(await enterWall('room', '', device)).toEqual({ kind: 'incomplete' });
    memory.keepSeat({ seat: 'abcdefgh12345678', name: '', role: 'observer' });
    expect(await enterWall('room', '', device)).toEqual({ kind: 'gone' });
    memory.forgetSeat();
    memory.keepEnding('deleted');
    expect(await enterWall('room', '', device)).toEqual({ kind: 'gone' });
    expect(await enterWall('another', '', device)).toEqual({ kind: 'incomplete' });
    expect(await enterWall('room', 'short', device)).toEqual({ kind: 'incomplete' });
  });
});
