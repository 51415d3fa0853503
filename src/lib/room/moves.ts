/**
 * Moving the room on is said of the place where it stands, and an answer to the bell of the time that is over: two
 * clicks, or two facilitators at once, do it once. A revision that changed for another reason, such as somebody joining, is no reason to refuse.
 */
import type { StageState } from '#domain/stage/state.ts';
import type { Command, CommandAck } from '#protocol/commands.ts';

const moving: ReadonlySet<Command['type']> = new Set([
  'startMeeting',
  'goNext',
  'goBack',
  'repeatSegment',
  'skipSegment',
]);
const mostTries = 4;

/** It takes the meeting to another part, round or topic. */
export function isMove(type: Command['type']): boolean {
  return moving.has(type) || type === 'openTopic';
}

export interface MovableStage {
  readonly state: StageState | null;
  /** Resolves when the state is at least as new as the server's at the time of asking. */
  refresh(): Promise<void>;
  send(command: Command, expectedRev?: number): Promise<CommandAck>;
}

export async function sendFromHere(
  stage: MovableStage,
  command: Command,
  said: 'anywhere' | 'bell' = 'anywhere',
): Promise<CommandAck> {
  const seen = said === 'bell' ? bellOf : moving.has(command.type) ? placeOf : null;
  if (!seen || !stage.state) return stage.send(command);
  const from = seen(stage.state);
  let ack = await stage.send(command, stage.state.rev);
  for (let tries = 1; !ack.ok && ack.code === 'conflict' && tries < mostTries; tries += 1) {
    await stage.refresh();
    if (seen(stage.state) !== from) return ack;
    ack = await stage.send(command, stage.state.rev);
  }
  return ack;
}

/** What somebody saw who pressed a button: the segment, the visit to it and the round. */
export function placeOf({ phase, current, runs, gathers }: StageState): string {
  if (current === null) return phase;
  const visit = runs[current]?.visits.length ?? 0;
  const round = gathers[current]?.rounds.length ?? 0;
  return [phase, current, visit, round].join(' ');
}

/** Which bell somebody heard: time given or taken since makes it another one. */
function bellOf(state: StageState): string {
  const { clock } = state;
  return `${placeOf(state)} ${clock.kind === 'running' ? clock.endsAt : clock.kind}`;
}
