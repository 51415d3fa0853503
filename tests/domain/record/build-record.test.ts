import { describe, expect, it } from 'vitest';
import { roomRecordSchema } from '../../../src/domain/record/room-record.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';

const held = (seats: readonly string[], lens: string) =>
  Object.fromEntries(seats.map((seat) => [seat, lens]));
const everyone = ['ana', 'bo', 'cy'];

function room(): RecordedRoom {
  return new RecordedRoom()
    .seat('ana', 'Ana', 'facilitator')
    .seat('bo', 'Bo')
    .seat('cy', 'Cy')
    .seat('wall', '', 'observer');
}

/** Three people held `user` and `oncall`, one held `security`; nobody wrote for `oncall`. */
function gathered(): RecordedRoom {
  const round = { type: 'roundStarted', segment: 'gather', mode: 'parallel', budgetMs: 0 } as const;
  return room()
    .tell(5, { type: 'meetingStarted' })
    .tell(5, { type: 'segmentEntered', segment: 'gather', how: 'start', budgetMs: 0 })
    .tell(5, { ...round, round: 0, held: held(everyone, 'user') })
    .tell(9, { ...round, round: 1, held: held(everyone, 'oncall') })
    .tell(13, { ...round, round: 2, held: held(['bo'], 'security') });
}

function revealed(): RecordedRoom {
  return gathered()
    .tell(20, { type: 'notesRevealed', segment: 'gather', shown: ['user', 'oncall'], unanswered: ['oncall'] })
    .note('n1', 'gather', 'Nobody finds the voucher field', { lens: 'user' })
    .note('n2', 'gather', 'The token never expires')
    .note('n3', 'gather', 'Checkout stalls on 3G', { lens: 'user' });
}

const gatherOf = (from: RecordedRoom) => from.record().segments.find(({ activity }) => activity === 'gather');

describe('a record', () => {
  it('fits its own schema at every stage of a meeting', () => {
    for (const found of [new RecordedRoom(), room(), gathered(), revealed()])
      expect(roomRecordSchema.parse(found.record())).toEqual(found.record());
  });

  it('is the same however often it is built', () => {
    expect(JSON.stringify(revealed().record())).toBe(JSON.stringify(revealed().record()));
  });

  it('names who facilitated and who took part, without observers', () => {
    const { facilitator, people } = room().record();
    expect(facilitator).toBe('Ana');
    expect(people).toEqual(['Ana', 'Bo', 'Cy']);
    expect(new RecordedRoom().seat('x', '', 'facilitator').record()).toMatchObject({
      facilitator: null,
      people: [],
    });
  });

  it('names somebody who was removed only where something on it is theirs, and each name once', () => {
    const removed = (from: RecordedRoom, seat: string) => from.tell(3, { type: 'seatRemoved', seat });
    const found = room();
    for (const [seat, name] of [
      ['rude', 'Something rude'],
      ['pia', 'Pia'],
      ['quill', 'Quill'],
      ['rhea', 'Rhea'],
      ['sol', 'Sol'],
    ] as const)
      removed(found.seat(seat, name), seat);
    found.seat('pia2', 'Pia').note('n1', 'wins', 'Thank you all').board.addAction('a1', 'Call the bank');
    expect(found.record().people).toEqual(['Ana', 'Bo', 'Cy', 'Pia']);
    found.sign('n1', 'quill');
    found.board.setOwner('a1', { kind: 'seat', seat: 'rhea' });
    expect(found.record().people).toEqual(['Ana', 'Bo', 'Cy', 'Quill', 'Rhea', 'Pia']);
    found.board.setOwner('a1', { kind: 'seat', seat: 'pia' });
    expect(found.record().people).toEqual(['Ana', 'Bo', 'Cy', 'Pia', 'Quill']);
  });

  it('says when things happened, and what has not', () => {
    expect(room().record()).toMatchObject({
      ...{
        room: 'room-1',
        title: 'Checkout, sprint 42',
        format: { id: 'heart-heat', name: 'Heart and heat' },
      },
      ...{ openedAt: '2026-11-21T09:55:00.000Z', startedAt: null, closedAt: null, closedAnyway: false },
    });
    expect(gathered().record().startedAt).toBe('2026-11-21T10:00:00.000Z');
  });
});

describe('notes on the record', () => {
  it('stand by lens in the order of the agenda, without a heading where too few people held the lens', () => {
    expect(gatherOf(revealed())?.notes).toEqual([
      {
        ...{ heading: 'User', question: null },
        notes: [
          { id: 'n1', text: 'Nobody finds the voucher field', signedBy: null },
          { id: 'n3', text: 'Checkout stalls on 3G', signedBy: null },
        ],
      },
      {
        heading: null,
        question: null,
        notes: [{ id: 'n2', text: 'The token never expires', signedBy: null }],
      },
    ]);
  });

  it('lose a lens that the reveal does not show, wherever it came from', () => {
    const found = gatherOf(revealed().note('n4', 'gather', 'Late', { lens: 'security' }));
    expect(found?.notes.map(({ heading }) => heading)).toEqual(['User', null]);
    expect(JSON.stringify(found)).not.toContain('ecurity');
  });

  it('stand by prompt where the format has prompts', () => {
    const found = new RecordedRoom('start-stop-continue')
      .tell(9, { type: 'notesRevealed', segment: 'gather', shown: [], unanswered: [] })
      .note('n1', 'gather', 'Pairing on alerts', { prompt: 'continue' })
      .note('n2', 'gather', 'Nightly deploys', { prompt: 'stop' });
    expect(gatherOf(found)?.notes.map(({ heading, notes }) => [heading, notes[0]?.text])).toEqual([
      ['Stop', 'Nightly deploys'],
      ['Continue', 'Pairing on alerts'],
    ]);
    expect(gatherOf(found)?.notes[0]?.question).toMatch(/\?$/);
  });

  it('are wins too where people thanked each other while closing', () => {
    const found = room().note('w1', 'wins', 'Thanks to Bo').note('w2', 'close', 'Thanks to Cy').record();
    expect(found.wins.map(({ text, segment }) => [text, segment])).toEqual([
      ['Thanks to Bo', 'Wins'],
      ['Thanks to Cy', 'Close'],
    ]);
    expect(found.segments.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('are wins where they were written in the wins segment, and only there', () => {
    const found = room().note('w1', 'wins', 'Thanks to Bo for the rollback').note('w2', 'wins', ' ').record();
    expect(found.wins).toEqual([
      { id: 'w1', text: 'Thanks to Bo for the rollback', signedBy: null, segment: 'Wins', prompt: null },
    ]);
    expect(found.segments.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('carry nothing but their words, and thanks the segment and the question that they were given for', () => {
    const found = revealed().note('w1', 'wins', 'Thanks').record();
    const notes = found.segments.flatMap((segment) => segment.notes.flatMap((group) => group.notes));
    expect(found.wins.map((win) => Object.keys(win))).toEqual([
      ['id', 'text', 'signedBy', 'segment', 'prompt'],
    ]);
    expect(notes).toHaveLength(3);
    for (const note of notes) expect(Object.keys(note)).toEqual(['id', 'text', 'signedBy']);
  });

  it('are said to be unrevealed where they are', () => {
    expect(gatherOf(gathered())?.revealed).toBe(false);
    expect(gatherOf(revealed())?.revealed).toBe(true);
    expect(
      revealed()
        .record()
        .segments.find(({ activity }) => activity === 'wins')?.revealed,
    ).toBeNull();
  });
});

describe('lens coverage', () => {
  it('counts people and notes for the lenses that are shown, and names what nobody could answer', () => {
    expect(gatherOf(revealed())?.coverage).toEqual([
      { lens: 'user', name: 'User', held: 3, notes: 2 },
      { lens: 'oncall', name: 'On-call', held: 3, notes: 0 },
    ]);
    expect(gatherOf(revealed())?.unanswered).toEqual(['On-call']);
  });

  it('is empty before the reveal, whatever people hold', () => {
    expect(gatherOf(gathered())).toMatchObject({ coverage: [], unanswered: [], notes: [] });
  });

  it('says that lenses are left out where fewer than three held them, and not which', () => {
    expect(gatherOf(revealed())).toMatchObject({ coverageLeavesOut: true });
    expect(JSON.stringify(gatherOf(revealed()))).not.toMatch(/security|product/i);
    const shown = gathered().segments.find(({ id }) => id === 'gather')?.lenses ?? [];
    const all = gathered().tell(20, { type: 'notesRevealed', segment: 'gather', shown, unanswered: [] });
    for (const found of [all, gathered(), room()])
      expect(gatherOf(found)).not.toHaveProperty('coverageLeavesOut');
  });

  it('says so of notes that go to the board meanwhile, and not of a lens for which nobody wrote', () => {
    const opened = (lenses: readonly string[]) => {
      const found = gathered();
      const segments = found.segments.map((segment) =>
        segment.id === 'gather' ? { ...segment, policy: 'open' as const, lenses: [...lenses] } : segment,
      );
      return found.tell(12, { type: 'agendaSet', segments, budgets: {}, bufferMs: 0, title: 'Checkout' });
    };
    expect(gatherOf(opened(['user', 'oncall', 'security']))).toMatchObject({ coverageLeavesOut: true });
    expect(gatherOf(opened(['user', 'oncall']))).not.toHaveProperty('coverageLeavesOut');
  });

  it('counts a person once, however many rounds they held the lens', () => {
    const again = gathered()
      .tell(14, {
        ...{ type: 'roundStarted', segment: 'gather', mode: 'parallel', budgetMs: 0, round: 3 },
        held: held(everyone, 'user'),
      })
      .tell(20, { type: 'notesRevealed', segment: 'gather', shown: ['user'], unanswered: ['user'] });
    expect(gatherOf(again)?.coverage).toEqual([{ lens: 'user', name: 'User', held: 3, notes: 0 }]);
  });
});

describe('actions and decisions on the record', () => {
  it('name their owner as the room knows them now', () => {
    const found = room();
    found.board.addAction('a1', 'Alert on queue depth');
    found.board.setOwner('a1', { kind: 'seat', seat: 'bo' });
    found.board.setDue('a1', '2026-12-04');
    found.board.addAction('a2', 'Ask legal');
    found.board.setOwner('a2', { kind: 'name', name: 'Dee from legal' });
    found.tell(3, { type: 'seatRenamed', seat: 'bo', name: 'Bo B.' });
    expect(found.record().actions).toMatchObject([
      { id: 'a1', title: 'Alert on queue depth', owner: 'Bo B.', due: '2026-12-04', lacks: ['consent'] },
      { id: 'a2', title: 'Ask legal', owner: 'Dee from legal', due: null, lacks: ['due', 'consent'] },
    ]);
  });

  it.each(['gone', '__proto__', 'wall'])(
    'are unowned where the owner is seat %j, which has no name here',
    (seat) => {
      const found = room();
      found.board.addAction('a1', 'Alert');
      found.board.setOwner('a1', { kind: 'seat', seat });
      expect(found.record().actions[0]).toMatchObject({ owner: null, lacks: ['owner', 'due'] });
    },
  );

  it('leave out lines that are still empty, and what was removed', () => {
    const found = room();
    found.board.addAction('a1');
    found.board.addDecision('d1');
    found.board.addDecision('d2', 'We deploy on Mondays');
    found.board.addDecision('d3', 'No');
    found.board.setRemoved('decisions', 'd3', true);
    expect(found.record().actions).toEqual([]);
    expect(found.record().decisions).toMatchObject([{ id: 'd2', text: 'We deploy on Mondays' }]);
    expect(found.record().decisions).toHaveLength(1);
  });

  it('say what was open when the room was closed anyway', () => {
    const openItems = [{ kind: 'action', id: 'a1', title: 'Alert', lacks: ['owner', 'due'] }] as const;
    const found = room().tell(3, { type: 'roomClosed', openItems, why: 'Out of time' }).record();
    expect(found.closedAnyway).toBe(true);
    expect(found.openItems).toEqual([{ kind: 'action', title: 'Alert', lacks: ['owner', 'due'] }]);
    expect(room().tell(3, { type: 'roomClosed', openItems: [], why: null }).record().closedAnyway).toBe(
      false,
    );
  });
});

describe('planned and actual time', () => {
  const timeOf = (from: RecordedRoom, activity: string) => {
    const found = from.record().segments.find((segment) => segment.activity === activity);
    return [found?.plannedMinutes, found?.actualMinutes, found?.status];
  };

  it('adds up all stays and leaves pauses out', () => {
    const found = room()
      .tell(5, { type: 'meetingStarted' })
      .visit('check-in', 5, 9.5)
      .tell(9.5, { type: 'segmentEntered', segment: 'wins', how: 'next', budgetMs: 480_000 })
      .tell(10, { type: 'clockPaused' })
      .tell(13, { type: 'clockResumed' })
      .tell(20.5, { type: 'segmentLeft', segment: 'wins', as: 'done' })
      .visit('check-in', 20.5, 21.5)
      .tell(21.5, { type: 'roomClosed', openItems: [], why: null });
    expect(timeOf(found, 'check-in')).toEqual([4, 5.5, 'done']);
    expect(timeOf(found, 'wins')).toEqual([8, 8, 'done']);
    expect(found.record().minutes).toEqual({ planned: 60, announced: 60, actual: 13.5, paused: 3 });
    expect(found.record().segments[0]).not.toHaveProperty('extendedMinutes');
  });

  it('is unknown for what was never entered or is still running', () => {
    expect(timeOf(gathered(), 'gather')).toEqual([16, null, 'active']);
    expect(timeOf(gathered(), 'decide')).toEqual([7, null, 'waiting']);
    expect(gathered().record().minutes.actual).toBeNull();
  });

  it('tells skipped segments from others', () => {
    expect(timeOf(room().visit('follow-up', 5, 5.2, 'skipped'), 'follow-up')).toEqual([4, 0.2, 'skipped']);
  });

  it('is unknown for a room that was closed without ever starting', () => {
    expect(
      room().tell(3, { type: 'roomClosed', openItems: [], why: null }).record().minutes.actual,
    ).toBeNull();
  });
});
