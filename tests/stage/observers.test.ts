/** What observers and walls are sent: the board and the stage, and nothing that is somebody's own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { accepted, cast, lastPoll } from '../support/voting-room.ts';
import { Wire } from '../support/wire.ts';

const draft = 'The pager was muted by me';
const leaderNotes = 'Ask Ana gently about the pager';

let live: LiveRoom;
let ana: HeadlessPerson;
let wall: HeadlessPerson;
/** A wall that hangs on the cookie of somebody who facilitates. */
let beside: HeadlessStage;
beforeEach(async () => {
  live = await openLiveRoom({ env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  ana = await live.join('Ana');
  wall = await live.watch();
  beside = new HeadlessStage(live.server.origin, live.room.id, live.mara.cookie, { as: 'observer' });
  for (const stage of [live.mara.stage, ana.stage, wall.stage, beside]) await stage.connect();
  for (const person of [live.mara, ana, wall]) await person.open('board');
  await ana.open('desk');
});
afterEach(async () => {
  beside.disconnect();
  await live.close();
});

const stageOf = ({ received }: HeadlessStage) => received.join('\n');
const boardOf = ({ boardDocument }: HeadlessPerson) => Buffer.concat(boardDocument.received);

describe('whoever only watches', () => {
  it('T-88: is sent no draft, ballot, note for facilitators, minute or gaze of anybody; others are', async () => {
    await accepted(live.mara, { type: 'setSegmentNotes', segment: 'gather', notes: leaderNotes });
    await accepted(live.mara, { type: 'startMeeting' });
    ana.write({ id: 'draft', segment: 'gather', lens: 'user', text: draft });
    await ana.deskDocument.saved();
    ana.stage.send('minute', true);
    ana.stage.send('looking', 'gather');
    await accepted(live.mara, { type: 'openPoll', question: 'safety' });
    expect(await cast(ana, lastPoll(live.mara).id, { answers: ['1'] })).toMatchObject({ ok: true });
    await live.mara.stage.until(() => live.mara.stage.presence.some(({ needsMinute }) => needsMinute));
    await ana.stage.until(() => (ana.stage.ballots?.length ?? 0) > 0);
    await accepted(live.mara, { type: 'goNext' });
    const { current } = live.mara.stage.state ?? {};
    for (const stage of [wall.stage, beside]) await stage.until(() => stage.state?.current === current);

    for (const stage of [wall.stage, beside]) {
      for (const secret of [draft, leaderNotes, '["ballots",[{', '"needsMinute":true', '"lookingAt":"'])
        expect(stageOf(stage)).not.toContain(secret);
    }
    expect(boardOf(wall).includes(draft)).toBe(false);
    // Controls: the same search finds each of them where it may be.
    for (const known of [leaderNotes, '"needsMinute":true', '"lookingAt":"gather"'])
      expect(stageOf(live.mara.stage)).toContain(known);
    expect(stageOf(ana.stage)).toContain('["ballots",[{');
    expect(Buffer.concat(ana.deskDocument.received).includes(draft)).toBe(true);
  });

  it('T-88: asked for anew the stage still holds nothing for facilitators', async () => {
    await accepted(live.mara, { type: 'setSegmentNotes', segment: 'gather', notes: leaderNotes });
    for (const stage of [wall.stage, beside, ana.stage])
      expect(JSON.stringify(await stage.ask('snapshot'))).not.toContain(leaderNotes);
    expect(JSON.stringify(await live.mara.stage.ask('snapshot'))).toContain(leaderNotes);
  });

  it('T-88: opens no desk, neither one of its own nor that of the seat it hangs on', async () => {
    const path = `/sync/${live.room.id}/desk`;
    for (const [cookie, query] of [
      [wall.cookie, ''],
      [live.mara.cookie, '?as=observer'],
    ] as const) {
      const desk = new Wire({ origin: live.server.origin, path: path + query, cookie });
      expect((await desk.ended).code).toBeGreaterThanOrEqual(4400);
      expect(desk.received).toEqual([]);
    }
    const answer = await wall.request('POST', '/client-ids', { document: 'desk' });
    expect(answer.status).toBe(403);
  });
});
