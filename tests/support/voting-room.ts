/** A room that has come to its vote, with topics on the board. */
import { Topics } from '../../src/domain/board/topics.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { Ballot } from '../../src/protocol/ballots.ts';
import type { Command, CommandAck } from '../../src/protocol/commands.ts';
import type { HeadlessPerson } from './headless-person.ts';

type Poll = StageState['polls'][number];

/** Facilitator makes topics of these ids and leads the room into `vote`. Both stage and board are open then. */
export async function goToVote(mara: HeadlessPerson, ...topics: readonly string[]): Promise<void> {
  await mara.open('board');
  const board = new Topics(mara.boardDocument.doc, { kind: 'own' });
  for (const id of topics) board.addTopic(id, [], `About ${id}`);
  await mara.boardDocument.saved();
  await mara.stage.connect();
  await accepted(mara, { type: 'startMeeting' });
  while (mara.stage.state?.current !== 'vote') await accepted(mara, { type: 'skipSegment' });
}

export async function accepted(person: HeadlessPerson, command: Command): Promise<void> {
  const ack = await person.stage.command(command);
  if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
}

/** Resolves with the poll as everybody in `people` knows it. */
export async function openVote(
  mara: HeadlessPerson,
  people: readonly HeadlessPerson[],
  numbers: { readonly budget?: number; readonly cap?: number } = {},
): Promise<Poll> {
  await accepted(mara, { type: 'openVote', segment: 'vote', ...numbers });
  const id = lastPoll(mara).id;
  for (const { stage } of people) await stage.until(() => stage.state?.polls.at(-1)?.id === id);
  return lastPoll(mara);
}

export function lastPoll({ stage }: HeadlessPerson): Poll {
  const poll = stage.state?.polls.at(-1);
  if (!poll) throw new Error('no poll');
  return poll;
}

export function cast(person: HeadlessPerson, poll: string, ballot: Ballot | null): Promise<CommandAck> {
  return person.stage.command({ type: 'castBallot', poll, ballot });
}

export function dots(counts: Readonly<Record<string, number>>): Ballot {
  return { dots: Object.entries(counts).map(([topic, count]) => ({ topic, count })) };
}
