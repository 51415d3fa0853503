import { describe, expect, test } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { costInWords } from '../../../src/lib/components/dock/bell-cost.ts';
import { menuItems } from '../../../src/lib/components/dock/menu-items.ts';
import { isAnonymityWeak } from '../../../src/lib/components/gather/few-writers.ts';
import { dock as words } from '../../../src/lib/text/dock.ts';
import type { Command } from '../../../src/protocol/commands.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

function meetingOf(people: number): Meeting {
  const meeting = new Meeting();
  meeting.joinMany(people);
  return meeting;
}

const here = (stage: StageState) =>
  Object.keys(stage.seats).map((seat) => ({
    seat,
    connected: true,
    ready: false,
    lookingAt: null,
    hand: null,
    holding: [],
  }));

describe('how lenses are given', () => {
  const choices = (stage: StageState) => {
    const asked: Command[] = [];
    const items = menuItems(
      stage,
      (command) => asked.push(command),
      () => undefined,
    );
    const modes = items.filter(({ label }) => label.toLowerCase().includes('lens'));
    for (const item of modes) item.onselect();
    return { ticked: modes.filter(({ checked }) => checked).map(({ label }) => label), asked };
  };
  const both = ['parallel', 'distributed'].map((mode) => ({ type: 'setRoundMode', segment: 'gather', mode }));

  test.each(['lobby', 'wins'])('can be chosen before the first round: in %s', (where) => {
    const meeting = meetingOf(3);
    if (where !== 'lobby') meeting.goTo(where);
    expect(choices(meeting.stage)).toEqual({ ticked: [], asked: both });
    meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
    expect(choices(meeting.stage).ticked).toEqual([words.ahead('Perspectives', words.distributed)]);
  });

  test('can be chosen between rounds, and not once the last one is on', () => {
    expect(choices(meetingOf(3).goTo('gather', 1).stage)).toEqual({ ticked: [words.parallel], asked: both });
    expect(choices(meetingOf(3).goTo('gather', 4).stage).asked).toEqual([]);
  });
});

describe('the bell', () => {
  test('says for each of its answers who pays', () => {
    const { stage, now } = meetingOf(3).goTo('wins');
    expect(costInWords(stage, 2, now)).toMatch(/^2 more min: .+ gets shorter\.$/);
    expect(costInWords(stage, 1, now)).toMatch(/^1 more min: .+ gets shorter\.$/);
  });

  test('says that the meeting ends later where nobody can pay', () => {
    const { stage, now } = meetingOf(3).goTo('close');
    expect(costInWords(stage, 1, now)).toBe(words.paysEnd(words.extendOne));
  });

  test('says that topics to come pay for the one that is on', () => {
    const { stage, now } = meetingOf(3).regroup('queue', 'pager').goTo('discuss');
    expect(costInWords(stage, 2, now)).toBe(words.pays(words.extendTwo, [words.laterTopics]));
  });
});

describe('anonymity', () => {
  test('is called weak with fewer than three people here to write, and not before it is known who is here', () => {
    const { stage } = meetingOf(2);
    expect(isAnonymityWeak(stage, here(stage))).toBe(false);
    expect(isAnonymityWeak(stage, here(stage).slice(1))).toBe(true);
    expect(isAnonymityWeak(stage, [])).toBe(false);
  });
});
