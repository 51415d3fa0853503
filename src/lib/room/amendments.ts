/**
 * Changes that are worked out from what is there, such as one more entry of a list that is set as a whole. One at a
 * time; where somebody else was faster it is worked out anew, so that neither takes back what the other did.
 */
import type { StageState } from '#domain/stage/state.ts';
import type { Command, CommandAck } from '#protocol/commands.ts';
import type { MovableStage } from './moves.ts';

/** Null where what was to be changed is not there any more. */
export type Amendment = (stage: StageState) => Command | null;

/** Every revision counts as somebody faster, such as one who joins: in a room that fills there may be several. */
const mostTries = 8;
const refused: CommandAck = { ok: false, code: 'conflict' };

export class Amendments {
  #last: Promise<unknown> = Promise.resolve();

  ask(stage: MovableStage, work: Amendment): Promise<CommandAck> {
    const ack = this.#last.then(() => send(stage, work));
    this.#last = ack.catch(() => undefined);
    return ack;
  }
}

async function send(stage: MovableStage, work: Amendment): Promise<CommandAck> {
  let ack = refused;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { state } = stage;
    const command = state && work(state);
    if (!command) return refused;
    ack = await stage.send(command, state.rev);
    if (ack.ok || ack.code !== 'conflict') return ack;
    if (stage.state === state) await stage.refresh();
  }
  return ack;
}
