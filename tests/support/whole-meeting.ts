/** An hour with everything in it that a record can say: every outcome, every kind of poll, promises kept and open. */
import { actionHash, positionHash } from '../../src/domain/stage/given-words.ts';
import type { Poll, PollResult } from '../../src/domain/stage/state.ts';
import { RecordedRoom } from './recorded-room.ts';

const round = { round: 0, mode: 'parallel', budgetMs: 0 } as const;
const closed = { answered: 4, ballots: 5 } as const;

export function wholeMeeting(): RecordedRoom {
  const room = new RecordedRoom()
    .seat('seat-ana', 'Ana', 'facilitator')
    .seat('seat-bo', 'Bo')
    .seat('seat-cy', 'Cy')
    .seat('seat-di', 'Di')
    .tell(5, { type: 'meetingStarted' });
  gather(room);
  group(room);
  ask(room);
  talk(room);
  leave(room);
  promise(room);
  return room.write('headlines', 'users', { text: 'Vouchers are found' }).write('headlines', 'cost', {
    text: 'Two weeks of one person',
  });
}

export function closedMeeting(): RecordedRoom {
  return wholeMeeting().tell(67, {
    type: 'roomClosed',
    openItems: [{ kind: 'action', id: 'a3', title: 'Tidy the runbook', lacks: ['owner'] }],
    why: 'The fire alarm went off',
  });
}

function gather(room: RecordedRoom): void {
  const held = { 'seat-ana': 'user', 'seat-bo': 'user', 'seat-cy': 'user' };
  room
    .note('w1', 'wins', 'Thanks to Bo, who rolled back\nin two minutes')
    .tell(18, { type: 'segmentEntered', segment: 'gather', how: 'next', budgetMs: 0 })
    .tell(18, { type: 'roundStarted', segment: 'gather', ...round, held })
    .tell(34, { type: 'notesRevealed', segment: 'gather', shown: ['user'], unanswered: ['oncall'] })
    .note('n1', 'gather', 'Nobody finds the *voucher* field', { lens: 'user' })
    .note('n2', 'gather', 'Vouchers fail | silently', { lens: 'user' })
    .note('n3', 'gather', 'Tokens never expire')
    .note('n4', 'gather', 'Builds are slow')
    .note('n5', 'gather', '@team is paged for #12')
    .note('n6', 'gather', 'The printer')
    .note('n7', 'gather', 'Alone and on no ballot')
    .sign('n1', 'seat-cy')
    .tell(36, { type: 'segmentLeft', segment: 'gather', as: 'done' });
}

function group(room: RecordedRoom): void {
  room.topics.addTopic('t1', ['n1', 'n2'], 'Vouchers');
  room.topics.addTopic('t2', ['n3'], 'Tokens');
  room.topics.addTopic('t3', ['n4'], 'Builds');
  room.topics.addTopic('t4', ['n5'], 'Paging');
  room.topics.addTopic('t5', ['n6'], 'Office');
  room.topics.mergeTopics('t5', 't3');
  room.topics.minutesOf('t1')?.splice(0, 0, 'The field is below the fold.\n\nAna shows where.');
}

function ask(room: RecordedRoom): void {
  const options = ['t1', 't2', 't3', 't4', 't5'].map((topic) => ({ topic, name: topic }));
  const vote = { kind: 'dots', question: 'vote', options, budget: 3, cap: 2 } as const;
  poll(room, 'p1', vote, { t1: 6, t2: 2, t3: 1, t5: 1 }, 'seat-bo');
  poll(room, 'p2', { kind: 'scale', question: 'safety' }, null);
  poll(room, 'p3', { kind: 'fist', question: 'fist', topic: 't1' }, { 3: 1, 4: 2, 5: 2 });
  poll(room, 'p4', { kind: 'thumbs', question: 'keep-talking', topic: 't2' }, { up: 1, down: 4 });
  poll(room, 'p5', { kind: 'scale', question: 'roti' }, { 3: 1, 4: 4 });
}

function poll(
  room: RecordedRoom,
  id: string,
  asked: Partial<Poll> & Pick<Poll, 'kind' | 'question'>,
  counts: PollResult['counts'],
  granted?: string,
): void {
  const poll = { id, segment: 'vote', topic: null, options: [], budget: 0, cap: 0, ...asked };
  room.tell(40, { type: 'pollOpened', poll });
  if (granted) room.tell(40, { type: 'ballotsGranted', poll: id, seat: granted, extra: 1 });
  room.tell(41, { type: 'pollClosed', poll: id, result: { ...closed, counts } });
}

function talk(room: RecordedRoom): void {
  room.tell(42, { type: 'segmentEntered', segment: 'discuss', how: 'next', budgetMs: 720_000 });
  for (const topic of ['t1', 't2', 't3'])
    room.tell(43, { type: 'topicOpened', segment: 'discuss', topic, budgetMs: 180_000 });
}

function leave(room: RecordedRoom): void {
  const { outcomes } = room;
  outcomes.setKind('t1', 'decision');
  outcomes.setDay('t1', 'revisit', '2027-01-15');
  outcomes.addOption('o1', 't1');
  outcomes.addOption('o2', 't1');
  room
    .write('outcomes', 't1', {
      text: 'We show the voucher field above the fold',
      context: 'One in five asks support.\nMost are on a phone.',
      rejected: 'A pop-up, because people close it',
      risks: 'The page gets longer\nThe button moves',
      confirmation: 'Support hears of it less than once a week',
    })
    .write('options', 'o1', { title: 'A pop-up', good: 'Seen by everybody', bad: 'Closed unread\nSlow' })
    .write('options', 'o2', { title: 'Leave it', good: 'Free' });
  outcomes.setKind('t2', 'spike');
  outcomes.setOwner('t2', { kind: 'seat', seat: 'seat-bo' });
  outcomes.setDay('t2', 'ends', '2026-11-27');
  outcomes.setDay('t2', 'reconvene', '2026-11-30');
  room.write('outcomes', 't2', { question: 'Can tokens expire?', evidence: 'A week of logins' });
  outcomes.setKind('t3', 'escalation');
  outcomes.setDay('t3', 'by', '2026-12-01');
  outcomes.addPosition('q1', 't3', { kind: 'seat', seat: 'seat-cy' });
  outcomes.addPosition('q2', 't3', { kind: 'name', name: 'Dee from legal' });
  room
    .write('outcomes', 't3', {
      needed: 'A second build machine',
      whom: 'The head of platform',
      tried: 'Caching',
      fallback: 'We wait',
    })
    .write('positions', 'q1', { text: 'It costs us an hour a day' })
    .write('positions', 'q2', { text: 'There is no budget' });
  const [position] = outcomes.readPositions();
  if (position)
    room.tell(50, {
      ...{ type: 'positionConfirmed', position: 'q1', seat: 'seat-cy' },
      hash: positionHash(position),
    });
  outcomes.setKind('t4', 'let-go');
  room.write('outcomes', 't4', { why: 'It is better already' });
  room.board.addDecision('d1', 'We deploy on Mondays');
  outcomes.setStatus('d1', 'superseded');
  outcomes.setSupersededBy('d1', 't1');
}

function promise(room: RecordedRoom): void {
  const { board } = room;
  board.addAction('a1', 'Move the field, test it', 't1');
  board.setOwner('a1', { kind: 'seat', seat: 'seat-bo' });
  board.setDue('a1', '2026-12-04');
  room.write('actions', 'a1', {
    check: 'It is on production',
    toSelf: 'Begin small',
    toTeammate: 'Cy, please test on a phone',
  });
  const [action] = board.readActions();
  if (action) room.tell(55, { type: 'actionTaken', action: 'a1', seat: 'seat-bo', hash: actionHash(action) });
  board.addAction('a2', '=Ask legal');
  board.setOwner('a2', { kind: 'name', name: 'Dee from legal' });
  board.addAction('a3', 'Tidy the runbook');
  board.setDue('a3', '2026-12-31');
  board.addAction('a4', 'Measure logins');
  board.setOwner('a4', { kind: 'seat', seat: 'seat-cy' });
  board.setDue('a4', '2026-12-11');
}
