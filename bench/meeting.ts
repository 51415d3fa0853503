/** People in one room of a real server with a real database: typing, the reveal, and arriving late. */
import { setTimeout as pause } from 'node:timers/promises';
import { type HeadlessPerson, type HeadlessRoom, join } from '../tests/support/headless-person.ts';
import { gather, leave, notesOf, writeAndReveal } from './crowd.ts';
import { type Figure, quantile } from './measure.ts';

export async function measureMeeting(origin: string): Promise<Figure[]> {
  const crowd = await gather(origin);
  const typing = await measureTyping(crowd.people);
  const reveal: Figure = {
    what: `The reveal of ${notesOf(crowd)} notes to ${crowd.people.length} people`,
    value: await writeAndReveal(crowd),
    unit: 'ms',
    goal: 1_000,
  };
  const arrival = await measureArrival(crowd.room);
  leave(crowd);
  return [...typing, reveal, arrival];
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
