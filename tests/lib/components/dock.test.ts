import { describe, expect, test } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { costInWords } from '../../../src/lib/components/dock/bell-cost.ts';
import { unheardPolls } from '../../../src/lib/components/dock/cut-short.ts';
import { goOn, leave, skip } from '../../../src/lib/components/dock/go-on.ts';
import { menuItems, wayOut } from '../../../src/lib/components/dock/menu-items.ts';
import { isAnonymityWeak } from '../../../src/lib/components/gather/few-writers.ts';
import { unrevealed } from '../../../src/lib/components/gather/unrevealed.ts';
import { Panels } from '../../../src/lib/components/room/panels.svelte.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { dock as words } from '../../../src/lib/text/dock.ts';
import type { Command } from '../../../src/protocol/commands.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';

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
    needsMinute: false,
  }));

const nothing = () => undefined;
const nobodyAsked = { ask: nothing, extend: nothing, reveal: nothing, skip: nothing };

describe('how lenses are given', () => {
  const choices = (stage: StageState) => {
    const asked: Command[] = [];
    const nothing = () => undefined;
    const items = menuItems(stage, {
      ask: (command) => asked.push(command),
      extend: nothing,
      reveal: nothing,
      skip: nothing,
    });
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

test('another way to give lenses says that it waits for the next round, and the one that is on does not', () => {
  const meeting = meetingOf(3).goTo('gather', 1);
  const labels = [words.parallel, words.fromNextRound(words.distributed)];
  for (const ticked of labels) {
    const items = menuItems(meeting.stage, nobodyAsked);
    const modes = items.filter(({ label }) => labels.includes(label));
    expect(modes.map(({ label, checked }) => (checked ? label : null))).toEqual(
      labels.map((label) => (label === ticked ? label : null)),
    );
    meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
  }
  meeting.goTo('gather', 2);
  expect(menuItems(meeting.stage, nobodyAsked).map(({ label }) => label)).toContain(words.distributed);
});

describe('five minutes more', () => {
  const isListed = (meeting: Meeting) => {
    const nothing = () => undefined;
    const items = menuItems(meeting.stage, { ask: nothing, extend: nothing, reveal: nothing, skip: nothing });
    return items.some(({ label }) => label === words.plusFive);
  };

  test('are for a segment, and for no topic', () => {
    const meeting = meetingOf(3).regroup('queue').goTo('vote');
    expect(isListed(meeting)).toBe(true);
    expect(isListed(meeting.goTo('discuss'))).toBe(false);
    expect(isListed(meeting.goTo('decide'))).toBe(true);
  });
});

describe('notes on the desks', () => {
  const titles = (meeting: Meeting) => unrevealed(meeting.stage).map(({ title }) => title);

  test('are spoken of once people have begun to write there, until they are revealed', () => {
    const meeting = meetingOf(3).goTo('wins');
    expect(titles(meeting)).toEqual([]);
    expect(titles(meeting.goTo('gather', 2))).toEqual(['Perspectives']);
    meeting.do({ type: 'skipSegment' });
    expect(titles(meeting.goTo('close'))).toEqual(['Perspectives']);
    meeting.do({ type: 'askReveal', segment: 'gather' });
    expect(titles(meeting)).toEqual(['Perspectives']);
    meeting.pass(minute);
    expect(titles(meeting)).toEqual([]);
  });

  test.each([2, 4])('are asked about before they are skipped, in round %i', (round) => {
    const skipping = (meeting: Meeting) => {
      const panels = new Panels();
      const asked: string[] = [];
      skip({ stage: meeting.stage } as RoomView, panels, ({ type }) => Promise.resolve(asked.push(type)));
      return [panels.open, ...asked];
    };
    const meeting = meetingOf(3).goTo('gather', round);
    expect(skipping(meeting)).toEqual(['skip']);
    expect(skipping(meeting.goTo('discuss'))).toEqual([null, 'skipSegment']);
  });
});

describe('topics that nobody has opened', () => {
  const talking = (opened: number) => {
    const names = ['queue', 'pager', 'docs'];
    const meeting = meetingOf(3)
      .regroup(...names)
      .goTo('discuss');
    for (const topic of names.slice(1, opened)) meeting.do({ type: 'openTopic', topic });
    meeting.pass(90 * minute);
    const asked: Command[] = [];
    const room = {
      stage: meeting.stage,
      clock: { now: meeting.now },
      topics: { all: names.map((id) => ({ id, merged: [] })) },
      polls: { answersOf: () => ({ answered: 3, of: 3 }) },
    } as unknown as RoomView;
    return {
      room,
      asked,
      panels: new Panels(),
      ask: (command: Command) => Promise.resolve(asked.push(command)),
    };
  };

  test('come next, though the time for them is over; the way out is in the menu by its name', () => {
    const { room, asked, panels, ask } = talking(1);
    goOn(room, panels, ask);
    expect(asked).toEqual([{ type: 'openTopic', topic: 'pager' }]);
    const items = wayOut(room, { leave: () => leave(room, panels, ask), close: nothing });
    expect(items.map(({ label }) => label)).toEqual(['On to Decide']);
    items[0]?.onselect();
    expect(asked.at(-1)).toEqual({ type: 'goNext' });
  });

  test('are none once all were opened: then the button itself leads on', () => {
    const { room, asked, panels, ask } = talking(3);
    goOn(room, panels, ask);
    expect(asked).toEqual([{ type: 'goNext' }]);
    expect(wayOut(room, { leave: nothing, close: nothing })).toEqual([]);
  });
});

describe('a vote that is open', () => {
  const going = (meeting: Meeting, go: typeof goOn, answers: { answered: number; of: number } | null) => {
    const panels = new Panels();
    const asked: string[] = [];
    const room = {
      stage: meeting.stage,
      clock: { now: meeting.now },
      topics: { all: [] },
      polls: { answersOf: () => answers },
    } as unknown as RoomView;
    go(room, panels, ({ type }) => Promise.resolve(asked.push(type)));
    return [panels.open, ...asked];
  };
  const voting = () => {
    const meeting = meetingOf(5).regroup('queue', 'pager').goTo('vote');
    meeting.do({ type: 'openVote', segment: 'vote' });
    return meeting;
  };

  test.each([
    ['people are missing', { answered: 1, of: 5 }, true],
    ['it is not known who is', null, true],
    ['everybody has answered', { answered: 5, of: 5 }, false],
  ])('is asked about before it is counted by going on while %s', (_when, answers, asks) => {
    expect(going(voting(), goOn, answers)).toEqual(asks ? ['go-on'] : [null, 'goNext']);
    expect(going(voting(), skip, answers)).toEqual(asks ? ['skip'] : [null, 'skipSegment']);
  });

  test('is not asked about once it is counted', () => {
    const meeting = voting();
    meeting.do({ type: 'closePoll', poll: meeting.stage.polls.at(-1)?.id ?? '' });
    expect(going(meeting, goOn, { answered: 1, of: 5 })).toEqual([null, 'goNext']);
  });
});

describe('a question that is open when the room is closed', () => {
  const unheard = (meeting: Meeting, answers: { answered: number; of: number } | null) => {
    const room = { polls: { answersOf: () => answers } } as unknown as RoomView;
    return unheardPolls(room, meeting.stage).map(({ question }) => question);
  };
  const asked = () => {
    const meeting = meetingOf(6).goTo('check-in');
    meeting.do({ type: 'openPoll', question: 'safety' });
    meeting.goTo('close').do({ type: 'openPoll', question: 'roti' });
    return meeting;
  };

  test('is named while somebody has not answered, wherever it was asked', () => {
    expect(unheard(asked(), { answered: 3, of: 6 })).toEqual(['safety', 'roti']);
    expect(unheard(asked(), null)).toEqual(['safety', 'roti']);
  });

  test('is not named once everybody has answered, or once it is counted', () => {
    expect(unheard(asked(), { answered: 6, of: 6 })).toEqual([]);
    const meeting = asked();
    meeting.do({ type: 'closePoll', poll: meeting.stage.polls[0]?.id ?? '' });
    expect(unheard(meeting, { answered: 3, of: 6 })).toEqual(['roti']);
  });
});

describe('the bell', () => {
  test('says for each of its answers who pays', () => {
    const { stage, now } = meetingOf(3).goTo('wins').spendSpare();
    expect(costInWords(stage, 2, now)).toMatch(/^2 more min: taken from .+\.$/);
    expect(costInWords(stage, 1, now)).toMatch(/^1 more min: taken from .+\.$/);
  });

  test('says that the meeting ends later where nobody can pay', () => {
    const { stage, now } = meetingOf(3).goTo('close').spendSpare();
    expect(costInWords(stage, 1, now)).toBe(words.paysEnd(words.extendOne));
  });

  test('says that the buffer pays first, and who pays the rest', () => {
    const meeting = meetingOf(3);
    meeting.do({ type: 'setBuffer', minutes: 3 });
    meeting.goTo('check-in');
    expect(costInWords(meeting.stage, 1, meeting.now)).toMatch(
      /: taken from the buffer, of which 2 min are left\.$/,
    );
    expect(costInWords(meeting.stage, 2, meeting.now)).toMatch(
      /: taken from the buffer, of which 1 min is left\.$/,
    );
    expect(words.paysBuffer(words.extendTwo, 0)).toMatch(
      /: taken from the buffer, of which nothing is left\.$/,
    );
    meeting.do({ type: 'extendTime', minutes: 2 });
    const both = [words.buffer, 'Discuss'];
    expect(costInWords(meeting.stage, 2, meeting.now)).toBe(words.pays(words.extendTwo, both));
  });

  test('says how much there is to spare where that pays for all of it', () => {
    const meeting = meetingOf(3).goTo('check-in');
    meeting.pass(minute);
    meeting.do({ type: 'goNext' });
    expect(costInWords(meeting.stage, 2, meeting.now)).toBe('2 more min, out of the 3 min to spare.');
    const both = [words.toSpare, 'Discuss'];
    expect(costInWords(meeting.stage, 5, meeting.now)).toBe(words.pays(words.plusFive, both));
  });

  test('says that topics to come pay for the one that is on', () => {
    const { stage, now } = meetingOf(3).regroup('queue', 'pager').goTo('discuss').spendSpare();
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
