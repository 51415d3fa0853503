/** Safety as a topic, over real sockets: the server alone puts it on the board. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Topics } from '../../src/domain/board/topics.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { accepted, cast, lastPoll } from '../support/voting-room.ts';

let live: LiveRoom;
let people: HeadlessPerson[];
beforeEach(async () => {
  live = await openLiveRoom({ env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  people = [];
  for (const name of ['Ana', 'Ben', 'Cem', 'Dua']) people.push(await live.join(name));
  for (const person of [live.mara, ...people]) await person.stage.connect();
  await live.mara.open('board');
});
afterEach(() => live.close());

const topics = () => new Topics(live.mara.boardDocument.doc, { kind: 'own' }).readTopics([]);

async function ask(...answers: readonly string[]): Promise<void> {
  await accepted(live.mara, { type: 'openPoll', question: 'safety' });
  const { id } = lastPoll(live.mara);
  for (const [index, answer] of answers.entries()) {
    const person = people[index];
    if (person) expect(await cast(person, id, { answers: [answer] } as never)).toMatchObject({ ok: true });
  }
  await accepted(live.mara, { type: 'closePoll', poll: id });
}

describe('making safety the topic', () => {
  it('[TALK-5] puts it on the board with a title, and first into the next discussion, once', async () => {
    await accepted(live.mara, { type: 'startMeeting' });
    await ask('1', '2', '4', '5');
    await accepted(live.mara, { type: 'makeSafetyTopic' });
    await accepted(live.mara, { type: 'makeSafetyTopic' });
    const id = live.mara.stage.state?.safetyTopic ?? '';
    await live.mara.boardDocument.until(() => topics().length > 0);
    expect(topics()).toMatchObject([{ id, isBlank: false }]);
    expect(topics()[0]?.title).toContain('safe');
    expect(live.mara.stage.state?.discussions['discuss']?.order).toEqual([id]);
    while (live.mara.stage.state?.current !== 'discuss') await accepted(live.mara, { type: 'goNext' });
    expect(live.mara.stage.state.discussions['discuss']?.turns).toMatchObject([{ topic: id }]);
  });

  it('is the facilitator’s to decide, and is refused where nothing low was shown', async () => {
    const make = { type: 'makeSafetyTopic' } as const;
    await accepted(live.mara, { type: 'startMeeting' });
    await ask('1', '1', '1');
    expect(await live.mara.stage.command(make)).toEqual({ ok: false, code: 'wrong-moment' });
    await ask('1', '1', '1', '1');
    expect(await people[0]?.stage.command(make)).toEqual({ ok: false, code: 'not-yours-to-do' });
    expect(topics()).toEqual([]);
  });
});
