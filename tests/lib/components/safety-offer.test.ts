import { describe, expect, test } from 'vitest';
import { SafetyOffers } from '../../../src/lib/components/check-in/safety-offer.ts';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import { Meeting } from '../../domain/stage/meeting.ts';
import { memoryDevice } from '../room/memory-device.ts';

const room = 'room';

/** Several do not feel safe, as they said in the check-in. */
function lowMeeting(): Meeting {
  const meeting = new Meeting().goTo('check-in');
  meeting.do({ type: 'openPoll', question: 'safety' });
  const poll = meeting.stage.polls.at(-1)?.id ?? '';
  const ballots = new Map(
    ['1', '2', '4', '5'].map((answer, at) => [`seat${at}`, { answers: [answer] } as Ballot]),
  );
  meeting.ask({ type: 'closePoll', poll }, { ballotsOf: () => ballots });
  return meeting;
}

describe('the offer to make safety a topic', () => {
  test('is due in the part of the question, and after it until the vote where it was seen', () => {
    const device = memoryDevice();
    const offers = new SafetyOffers(room, device);
    const meeting = lowMeeting();
    expect(offers.isDue(meeting.stage)).toBe(true);
    offers.made();
    meeting.goTo('group');
    expect(offers.isDue(meeting.stage)).toBe(true);
    expect(new SafetyOffers(room, device).isDue(meeting.stage)).toBe(true);
    for (const later of ['vote', 'discuss', 'close'])
      expect(offers.isDue(meeting.goTo(later).stage)).toBe(false);
  });

  test('is not made to somebody who begins to facilitate in a later part', () => {
    const meeting = lowMeeting().goTo('wins');
    expect(new SafetyOffers(room, memoryDevice()).isDue(meeting.stage)).toBe(false);
  });

  test('does not come back once it was declined, also after a reload; another room has its own', () => {
    const device = memoryDevice();
    const meeting = lowMeeting();
    const offers = new SafetyOffers(room, device);
    offers.made();
    offers.decline();
    offers.made();
    expect(offers.isDue(meeting.stage)).toBe(false);
    expect(new SafetyOffers(room, device).isDue(meeting.stage)).toBe(false);
    expect(new SafetyOffers('another', device).isDue(meeting.stage)).toBe(true);
  });

  test('is declined for as long as the page is open where the device stores nothing', () => {
    const offers = new SafetyOffers(room, memoryDevice({ full: true }));
    offers.decline();
    expect(offers.isDue(lowMeeting().stage)).toBe(false);
  });
});
