/** A room that looked back on an incident, with everything in it that its record can say. */
import { RecordedRoom } from './recorded-room.ts';

export const source = 'https://ci.example.org/runs/7?by=@team#12';
const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);

export function wholeReview(): RecordedRoom {
  const room = new RecordedRoom('incident-review', 'Checkout was down')
    .seat('seat-ana', 'Ana', 'facilitator')
    .seat('seat-bo', 'Bo')
    .seat('seat-cy', 'Cy')
    .tell(5, { type: 'meetingStarted' });
  write(room);
  gather(room);
  promise(room);
  return room;
}

function write({ incident, timeline }: RecordedRoom): void {
  incident.addParts();
  for (const [part, words] of [
    ['summary', 'Checkout refused every card.\n\nA queue was full.'],
    ['impact', '400 customers could not pay for 40 minutes'],
    ['detection', 'A customer called'],
    ['resolution', 'The queue was drained by hand'],
    ['went-badly', 'The alert did not page'],
    ['messages', 'We are sorry. Nobody was charged twice.'],
    ['commander', 'Bo'],
    ['customer-liaison', 'Cy, then Di'],
  ] as const)
    incident.textOf(part)?.splice(0, 0, words);
  timeline.add('x3', { at: at('23:58:00'), what: 'The queue is empty', source: null });
  timeline.add('x1', { at: at('23:18:30.250'), what: 'The queue is full', source });
  timeline.add('x2', { at: at('23:40:00'), what: 'A customer calls #12', source: null });
  timeline.add('x4', { at: at('23:59:00'), what: ' ', source: null });
  timeline.add('x5', { at: at('23:59:30'), what: 'Never happened', source: null });
  timeline.setRemoved('x5', true);
}

function gather(room: RecordedRoom): void {
  const held = { 'seat-ana': 'oncall', 'seat-bo': 'oncall', 'seat-cy': 'oncall' };
  room
    .tell(33, { type: 'segmentEntered', segment: 'gather', how: 'next', budgetMs: 0 })
    .tell(33, { type: 'roundStarted', segment: 'gather', round: 0, mode: 'parallel', budgetMs: 0, held })
    .tell(45, { type: 'notesRevealed', segment: 'gather', shown: ['oncall'], unanswered: ['user'] })
    .note('n1', 'gather', 'Nobody watches the queue', { lens: 'oncall' })
    .note('w1', 'wins', 'Bo, who knew how to drain it', { prompt: 'went-well' })
    .note('w2', 'wins', 'It was not Black Friday', { prompt: 'luck' })
    .note('w3', 'close', 'Thanks to Di for the cake')
    .sign('w1', 'seat-cy');
}

function promise({ board }: RecordedRoom): void {
  board.addAction('a1', 'Page when the queue is half full');
  board.setAim('a1', 'detect');
  board.setOwner('a1', { kind: 'name', name: 'Bo' });
  board.setDue('a1', '2026-12-04');
  board.addAction('a2', 'Write it down');
  board.addDecision('d1', 'We keep the queue');
}
