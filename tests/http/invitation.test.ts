import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { accepted } from '../support/voting-room.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';

let live: LiveRoom;
const at = Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000;

beforeAll(async () => {
  live = await openLiveRoom({}, { title: 'Sprint 42, "the slow; one"', minutes: 45 });
  await live.mara.stage.connect();
});
afterAll(() => live.close());

const plan = (zone: string | null) =>
  accepted(live.mara, { type: 'planStart', start: zone === null ? null : { at, zone } });

async function eventFor(person: HeadlessPerson) {
  const answer = await person.request('GET', '/invitation.ics');
  expect(answer.status).toBe(200);
  const [event] = convertIcsCalendar(undefined, await answer.text()).events ?? [];
  return event;
}

describe('the invitation', () => {
  it('[BEFORE-2] is a file for calendars with the start, the length and the link', async () => {
    await plan('Europe/Berlin');
    const answer = await live.mara.request('GET', '/invitation.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=sprint-42-the-slow-one.ics');
    const event = await eventFor(live.mara);
    expect(event?.summary).toBe('Sprint 42, "the slow; one"');
    expect(event?.start.date.getTime()).toBe(at);
    const ends = event && 'end' in event ? event.end?.date.getTime() : undefined;
    expect(ends).toBe(at + 45 * 60_000);
    expect(event?.url).toMatch(/^http:\/\/[^/]+\/j\/[a-z0-9]+#[\w-]{22}$/);
  });

  it('[BEFORE-2] opens the room for participants; observers get the link that they may hand on', async () => {
    await plan('Europe/Berlin');
    const ana = await live.join('Ana');
    const secret = (link: string) => link.split('#')[1];
    expect(secret((await eventFor(ana))?.url ?? '')).toBe(secret(live.room.links.participant));
    const wall = await live.watch();
    expect(secret((await eventFor(wall))?.url ?? '')).toBe(secret(live.room.links.observer));
  });

  it('counts up when the start moves', async () => {
    await plan('Europe/Berlin');
    const before = await eventFor(live.mara);
    await plan('UTC');
    const after = await eventFor(live.mara);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  it('is not there before a start is planned, and for nobody without a seat', async () => {
    await plan(null);
    expect((await live.mara.request('GET', '/invitation.ics')).status).toBe(409);
    await plan('UTC');
    expect((await live.mara.request('GET', '/invitation.ics', undefined, false)).status).toBe(401);
  });
});
