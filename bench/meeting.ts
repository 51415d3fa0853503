/** Eight people in one room of a real server with a real database: typing, arriving late, and the reveal. */
import { setTimeout as pause } from 'node:timers/promises';
import { type HeadlessPerson, type HeadlessRoom, join, openRoom } from '../tests/support/headless-person.ts';
import { type Figure, quantile } from './measure.ts';

const people = 8;
const draftsEach = 12;

export async function measureMeeting(origin: string): Promise<Figure[]> {
  const room = await openRoom(origin, { title: 'Bench', people });
  const crowd = [room.facilitator];
  for (let n = 1; n < people; n++) crowd.push(await join(origin, room.links.participant, `Person ${n}`));
  for (const person of crowd)
    await Promise.all([person.open('board'), person.open('desk'), person.stage.connect()]);
  const figures = [
    ...(await measureTyping(crowd)),
    ...(await measureReveal(room, crowd)),
    await measureArrival(room),
  ];
  for (const person of crowd) person.leave();
  return figures;
}

/** From a keystroke until another person has it, and until its author knows that it is saved. */
async function measureTyping([reader, ...writers]: readonly HeadlessPerson[]): Promise<Figure[]> {
  const seen: number[] = [];
  const saved: number[] = [];
  await Promise.all(
    writers.map(async (writer, index) => {
      const id = `decision${index}`;
      writer.board().addDecision(id);
      await writer.boardDocument.saved();
      for (let stroke = 1; stroke <= 40; stroke++) {
        const start = performance.now();
        writer.board().textOf('decisions', id)?.splice(0, 0, 'a');
        const arrived = reader?.boardDocument.until(() => lengthOf(reader, id) >= stroke);
        await Promise.all([
          arrived?.then(() => seen.push(performance.now() - start)),
          writer.boardDocument.saved().then(() => saved.push(performance.now() - start)),
        ]);
        await pause(60);
      }
    }),
  );
  return [
    { what: 'A keystroke until others see it, median', value: quantile(seen, 0.5), unit: 'ms' },
    {
      what: 'A keystroke until others see it, slowest of 100',
      value: quantile(seen, 0.99),
      unit: 'ms',
      goal: 250,
    },
    { what: 'A keystroke until it is known to be saved, median', value: quantile(saved, 0.5), unit: 'ms' },
  ];
}

function lengthOf(reader: HeadlessPerson, decision: string): number {
  return reader.board().textOf('decisions', decision)?.read().length ?? 0;
}

/** From the end of the count-in until everybody has every note. */
async function measureReveal(
  { facilitator }: HeadlessRoom,
  crowd: readonly HeadlessPerson[],
): Promise<Figure[]> {
  await facilitator.stage.command({ type: 'startMeeting' });
  while (facilitator.stage.state?.current !== 'gather') await facilitator.stage.command({ type: 'goNext' });
  const rounds = facilitator.stage.state.segments.find(({ id }) => id === 'gather')?.rounds ?? 1;
  for (const person of crowd) writeDrafts(person);
  await Promise.all(crowd.map((person) => person.deskDocument.saved()));
  for (let round = 1; round < rounds; round++) await facilitator.stage.command({ type: 'goNext' });
  await facilitator.stage.command({ type: 'askReveal', segment: 'gather' });
  const reveal = facilitator.stage.state.gathers['gather']?.reveal;
  if (reveal?.kind !== 'counting') throw new Error('the reveal was not counted in');
  const notes = crowd.length * draftsEach;
  await Promise.all(
    crowd.map((person) => person.boardDocument.until(() => person.board().readNotes().length === notes)),
  );
  return [
    {
      what: `The reveal of ${notes} notes to ${crowd.length} people`,
      value: Date.now() - reveal.revealAt,
      unit: 'ms',
      goal: 1_000,
    },
  ];
}

function writeDrafts(person: HeadlessPerson): void {
  for (let n = 0; n < draftsEach; n++) {
    const text = `Draft ${n} of somebody, in one sentence of ordinary length that others can understand.`;
    person.write({ id: `draft${n}`, segment: 'gather', lens: 'user', text });
  }
}

/** From opening the link until the notes are there, without a browser. */
async function measureArrival(room: HeadlessRoom): Promise<Figure> {
  const times: number[] = [];
  for (let n = 0; n < 10; n++) {
    const start = performance.now();
    const late = await join(room.facilitator.origin, room.links.participant, `Late ${n}`);
    await Promise.all([late.open('board'), late.stage.connect()]);
    times.push(performance.now() - start);
    late.leave();
  }
  return {
    what: 'Joining by link until the notes have arrived',
    value: quantile(times, 0.5),
    unit: 'ms',
    goal: 250,
  };
}
