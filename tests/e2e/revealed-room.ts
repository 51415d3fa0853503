/** A room in which notes were written and revealed by people without browsers, for tests that begin after that. */
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';

export interface RevealedRoom extends HeadlessRoom {
  /** Everybody who wrote, the facilitator first. */
  readonly writers: readonly HeadlessPerson[];
  leave(): void;
}

/** Stands at the segment after `gather`. */
export async function revealedRoom(origin: string, notes: readonly string[]): Promise<RevealedRoom> {
  const room = await openRoom(origin, { format: 'start-stop-continue' });
  const writers = [room.facilitator, await join(origin, room.links.participant, 'Bo')];
  for (const person of writers)
    await Promise.all([person.open('board'), person.open('desk'), person.stage.connect()]);
  const { stage, boardDocument } = room.facilitator;
  await stage.command({ type: 'startMeeting' });
  while (stage.state?.current !== 'gather') await stage.command({ type: 'goNext' });
  const [prompt] = stage.state.segments.find(({ id }) => id === 'gather')?.prompts ?? [];
  notes.forEach((text, at) =>
    writers[at % writers.length]?.write({
      id: `draft${at}`,
      segment: 'gather',
      prompt: prompt?.id ?? '',
      text,
    }),
  );
  await Promise.all(writers.map(({ deskDocument }) => deskDocument.saved()));
  await stage.command({ type: 'askReveal', segment: 'gather' });
  await boardDocument.until(() => room.facilitator.board().readNotes().length === notes.length);
  await stage.command({ type: 'goNext' });
  return { ...room, writers, leave: () => writers.forEach((person) => person.leave()) };
}
