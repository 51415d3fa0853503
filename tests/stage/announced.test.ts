/** The plan as announced, with a real database behind it that survives the server. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import { HandClock } from '../support/hand-clock.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, temporaryDirectory, type OwnServer } from '../support/server.ts';
import { accepted } from '../support/voting-room.ts';

const minute = 60_000;
const env = {
  ...{ ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' },
  HEARTH_DATA: join(temporaryDirectory(), 'data'),
};
let server: OwnServer;
let live: LiveRoom;
afterEach(async () => {
  await live.close();
  await server.close();
});

describe('[PLAN-6] the plan as announced', () => {
  it('is the same after a restart in a meeting that began late and was changed, and stands on its record', async () => {
    const clock = new HandClock();
    server = await startOwnServer({ env, around: { clock } });
    live = await openLiveRoomOn(server);
    const { mara } = live;
    const planned = (await mara.stage.connect()).segments;
    await accepted(mara, { type: 'planStart', start: { at: clock.now(), zone: 'Europe/Berlin' } });
    clock.advance(6 * minute);
    await accepted(mara, { type: 'startMeeting', keepEnd: true });
    await accepted(mara, { type: 'removeSegment', segment: 'vote' });
    const { announced, minutes } = mara.stage.state ?? {};
    expect([announced?.minutes, minutes]).toEqual([60, 54]);
    expect(announced?.segments).toEqual(planned);

    await server.stop();
    const again = new HandClock(clock.now());
    server = await startOwnServer({
      env: { ...env, HEARTH_PORT: String(server.port) },
      around: { clock: again },
    });
    expect((await mara.stage.connect()).announced).toEqual(announced);
    const record = (await (await mara.request('GET', '/record.json')).json()) as RoomRecord;
    expect(record.minutes).toMatchObject({ planned: 54, announced: 60 });
    expect(record.removedSegments).toEqual([{ id: 'vote', title: 'Vote', announcedMinutes: 3 }]);
  });
});
