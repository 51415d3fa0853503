/** Eight people without browsers in one room, who write and reveal. */
import { type HeadlessPerson, type HeadlessRoom, join, openRoom } from '../tests/support/headless-person.ts';

const people = 8;

export interface Crowd {
  /** How many notes each of them writes. */
  readonly draftsEach: number;
  readonly room: HeadlessRoom;
  readonly people: readonly HeadlessPerson[];
}

export async function gather(origin: string, draftsEach = 12): Promise<Crowd> {
  const room = await openRoom(origin, { title: 'Bench', people });
  const everybody = [room.facilitator];
  for (let n = 1; n < people; n++) everybody.push(await join(origin, room.links.participant, `Person ${n}`));
  for (const person of everybody)
    await Promise.all([person.open('board'), person.open('desk'), person.stage.connect()]);
  return { draftsEach, room, people: everybody };
}

export function leave(crowd: Crowd): void {
  for (const person of crowd.people) person.leave();
}

export const notesOf = (crowd: Crowd) => crowd.people.length * crowd.draftsEach;

/** Everybody writes, and the facilitator reveals. Resolves, when everybody has every note, with the ms since the reveal. */
export async function writeAndReveal(crowd: Crowd): Promise<number> {
  const { stage } = crowd.room.facilitator;
  await stage.command({ type: 'startMeeting' });
  while (stage.state?.current !== 'gather') await stage.command({ type: 'goNext' });
  const rounds = stage.state.segments.find(({ id }) => id === 'gather')?.rounds ?? 1;
  for (const person of crowd.people) writeDrafts(person, crowd.draftsEach);
  await Promise.all(crowd.people.map((person) => person.deskDocument.saved()));
  for (let round = 1; round < rounds; round++) await stage.command({ type: 'goNext' });
  await stage.command({ type: 'askReveal', segment: 'gather' });
  const reveal = stage.state.gathers['gather']?.reveal;
  if (reveal?.kind !== 'counting') throw new Error('the reveal was not counted in');
  const hasAll = (person: HeadlessPerson) => person.board().readNotes().length === notesOf(crowd);
  await Promise.all(crowd.people.map((person) => person.boardDocument.until(() => hasAll(person))));
  return Date.now() - reveal.revealAt;
}

function writeDrafts(person: HeadlessPerson, count: number): void {
  for (let n = 0; n < count; n++) {
    const text = `Draft ${n} of somebody, in one sentence of ordinary length that others can understand.`;
    person.write({ id: `draft${n}`, segment: 'gather', lens: 'user', text });
  }
}
