/** Somebody with a link tries to fill the room, or its door, so that nobody else comes in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let live: LiveRoom;
beforeEach(async () => {
  live = await openLiveRoom({ env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  await live.mara.stage.connect();
});
afterEach(() => live.close());

async function knock(link: string, name: string): Promise<string | null> {
  const answer = await fetch(`${live.server.origin}/api/rooms/${live.room.id}/seats`, {
    method: 'POST',
    headers: { origin: live.server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ secret: link.split('#')[1], name }),
  });
  const { code = null } = (await answer.json()) as { code?: string };
  return code;
}

/** What became of so many knocks, in no order. */
async function crowd(count: number): Promise<Set<string | null>> {
  const { participant } = live.room.links;
  return new Set(await Promise.all(Array.from({ length: count }, (_, i) => knock(participant, `Eve ${i}`))));
}

const waiting = () =>
  Object.entries(live.mara.stage.state?.seats ?? {}).filter(([, { standing }]) => standing === 'waiting');
const storedSeats = async () => (await live.server.around.store.loadRoom(live.room.id))?.seats.length;

describe('a crowd at the door', () => {
  it('[DOOR-7] T-91: is no larger than so many; whoever is turned away makes space and leaves no row', async () => {
    await live.mara.stage.command({ type: 'setDoor', door: 'ask' });
    expect(await crowd(limits.waitingAtDoor)).toEqual(new Set([null]));
    expect(await crowd(3)).toEqual(new Set(['door-full']));
    await live.mara.stage.until(() => waiting().length === limits.waitingAtDoor);
    expect(await knock(live.room.links.facilitator, 'Zoe')).toBeNull();
    for (const [seat] of waiting())
      await live.mara.stage.command({ type: 'answerKnock', seat, admit: false });
    expect(await storedSeats()).toBe(2);
    expect(await knock(live.room.links.participant, 'Ana')).toBeNull();
  });

  it('[DOOR-7] T-91: leaves no row either when the link it came by is renewed', async () => {
    await live.mara.stage.command({ type: 'setDoor', door: 'ask' });
    await crowd(3);
    await live.mara.request('POST', '/links/rotate', { role: 'participant', drop: true });
    expect(await storedSeats()).toBe(1);
  });
});

describe('a crowd in the room', () => {
  it('[DOOR-7] T-91: keeps no facilitator out, and makes space when it is removed', async () => {
    expect(await crowd(limits.seatsPerRoom - 1)).toEqual(new Set([null]));
    expect(await knock(live.room.links.participant, 'Ana')).toBe('room-full');
    expect(await knock(live.room.links.facilitator, 'Zoe')).toBeNull();
    const [one, two] = Object.entries(live.mara.stage.state?.seats ?? {}).filter(([, { name }]) =>
      name.startsWith('Eve'),
    );
    for (const [seat] of [one, two].flatMap((eve) => (eve ? [eve] : [])))
      await live.mara.stage.command({ type: 'removeSeat', seat });
    expect(await knock(live.room.links.participant, 'Ana')).toBeNull();
  });
});
