/**
 * What becomes of one connection's updates: judged, applied within the turn, or refused. It knows documents and
 * roles, and nothing of sockets; what must be said to the client it leaves to the connection.
 */
import type { Logger } from 'pino';
import { mayWriteBoard } from '../../src/domain/stage/board-lock.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { Visit } from '../rooms/entrance.ts';
import type { LiveDocument } from '../rooms/live-document.ts';
import type { Turn } from '../rooms/turn.ts';
import { accept, judge, type Verdict } from './gate/gate.ts';

/** `gap`: the client is ahead of us and must be asked for what is missing. */
export type Taken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

const taken: Taken = { kind: 'taken' };

export class Intake {
  readonly #visit: Visit;
  readonly #document: LiveDocument;
  readonly #log: Logger;

  constructor(visit: Visit, document: LiveDocument, log: Logger) {
    this.#visit = visit;
    this.#document = document;
    this.#log = log;
  }

  /** `isMerge`: the answer to our own SyncStep1, which may be as large as what was written offline. */
  take(turn: Turn, update: Uint8Array, isMerge: boolean): Taken {
    try {
      return this.#obey(this.#judge(turn, update, isMerge), turn);
    } catch (error) {
      // A bug of ours: it costs this connection, and whatever it half did is dropped before the turn ends.
      this.#log.error({ room: this.#visit.room.id, err: error }, 'an update could not be judged or applied');
      return { kind: 'refused', code: 'refused-edit' };
    }
  }

  #judge(turn: Turn, update: Uint8Array, isMerge: boolean): Verdict {
    const { room, seat } = this.#visit;
    const { doc, shape, key, size } = this.#document;
    const sender = {
      mayWrite: this.#mayWrite(turn),
      ownsClientId: (id: number) => room.clientIds.owns(seat, key, id),
    };
    return judge(doc, shape, sender, update, { ...boundsOf(isMerge), documentBytes: size });
  }

  #obey(verdict: Verdict, turn: Turn): Taken {
    switch (verdict.kind) {
      case 'nothing-new':
        return taken;
      case 'gap':
        return { kind: 'gap' };
      case 'refuse':
        return this.#refuse(this.#lock(turn) ?? verdict.code, verdict.reason);
      case 'apply':
        return this.#apply(verdict);
    }
  }

  #apply({ update, clients }: Extract<Verdict, { kind: 'apply' }>): Taken {
    const { clientIds } = this.#visit.room;
    for (const id of clients.keys()) {
      const refusal = clientIds.refusal(id);
      if (refusal) return this.#refuse(refusal, 'too many client ids have written');
    }
    if (!this.#document.attempt((doc) => accept(doc, update, this))) {
      return this.#refuse('refused-edit', 'left something pending');
    }
    for (const id of clients.keys()) clientIds.wrote(id);
    return taken;
  }

  #refuse(code: ErrorCode, reason: string): Taken {
    const document = this.#document.key === 'board' ? 'board' : 'desk';
    this.#log.warn({ room: this.#visit.room.id, document, code, reason }, 'edit refused');
    return { kind: 'refused', code };
  }

  #mayWrite(turn: Turn): boolean {
    const role = this.#visit.role();
    if (role === null || role === 'observer') return false;
    return this.#lock(turn) === null;
  }

  /**
   * The board of a closed room is read-only, and so is a locked one but for facilitators; what was on its way is taken
   * all the same. The desk stays its owner's.
   */
  #lock({ stage, now }: Turn): 'room-closed' | 'board-locked' | null {
    if (this.#document.key !== 'board') return null;
    const isOver = (since: number | null) => since !== null && now - since > limits.graceMs;
    if (isOver(stage.closedAt)) return 'room-closed';
    const isLocked = isOver(stage.boardLockedAt) && !mayWriteBoard(stage, this.#visit.role());
    return isLocked ? 'board-locked' : null;
  }
}

function boundsOf(isMerge: boolean) {
  return {
    structs: isMerge ? limits.mergeStructs : limits.updateStructs,
    deleteRanges: isMerge ? limits.mergeDeleteRanges : limits.updateDeleteRanges,
    bytes: isMerge ? limits.mergeBytes : limits.updateBytes,
  };
}
