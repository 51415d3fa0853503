import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { Amendments, type Amendment } from '../../../src/lib/room/amendments.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';
import type { EarlyCounts } from '../../../src/protocol/stage-wire.ts';
import type { Meeting } from '../../domain/stage/meeting.ts';

/** A room whose server is the meeting itself. `meanwhile` is done before anything that is asked arrives there. */
export function roomOf(
  meeting: Meeting,
  early: EarlyCounts = [],
  meanwhile: () => void = () => undefined,
): RoomView {
  const send = (asked: Command, expectedRev?: number): Promise<CommandAck> => {
    meanwhile();
    const isBehind = expectedRev !== undefined && expectedRev !== meeting.stage.rev;
    const done = isBehind ? ({ ok: false, code: 'conflict' } as const) : meeting.ask(asked as StageCommand);
    return Promise.resolve(done.ok ? { ok: true, rev: meeting.stage.rev } : done);
  };
  const connection = {
    get state() {
      return meeting.stage;
    },
    refresh: () => Promise.resolve(),
    send,
  };
  const amendments = new Amendments();
  const room = {
    early,
    get stage() {
      return meeting.stage;
    },
    clock: {
      get now() {
        return meeting.now;
      },
    },
    command: (asked: Command) => send(asked),
    amend: (work: Amendment) => amendments.ask(connection, work),
  };
  return room as unknown as RoomView;
}
