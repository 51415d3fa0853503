/** A room as the record finds it: told as events, reduced by the real stage, written on a real board. */
import * as Y from 'yjs';
import { scaleAgenda } from '../../src/domain/agenda/scale.ts';
import type { Segment } from '../../src/domain/agenda/segment.ts';
import { Board } from '../../src/domain/board/board.ts';
import { buildRecord } from '../../src/domain/record/build-record.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { initialStage, reduceAll } from '../../src/domain/stage/reduce.ts';
import type { FormatId } from '../../src/protocol/http.ts';

export const openedAt = Date.parse('2026-11-21T09:55:00Z');
export const minute = 60_000;

export class RecordedRoom {
  readonly board = new Board(new Y.Doc(), { kind: 'server' });
  readonly segments: readonly Segment[];
  readonly #events: StageEvent[] = [];

  constructor(format: FormatId = 'heart-heat', title = 'Checkout, sprint 42') {
    const agenda = scaleAgenda(format, 60);
    if (!agenda.ok) throw new Error(agenda.code);
    this.segments = agenda.segments;
    this.tell(0, { type: 'roomOpened', title, format, minutes: 60, people: 8, segments: agenda.segments });
  }

  /** `after` in minutes since the room was opened. */
  tell(after: number, ...events: readonly DistributiveOmit<StageEvent, 'at'>[]): this {
    for (const event of events) this.#events.push({ ...event, at: openedAt + after * minute });
    return this;
  }

  seat(seat: string, name: string, role: 'facilitator' | 'participant' | 'observer' = 'participant'): this {
    return this.tell(0, { type: 'seatTaken', seat, name, role });
  }

  /** Enters at one minute and leaves at another. */
  visit(segment: string, from: number, until: number, as: 'done' | 'skipped' = 'done'): this {
    this.tell(from, { type: 'segmentEntered', segment, how: 'next', budgetMs: 0 });
    return this.tell(until, { type: 'segmentLeft', segment, as });
  }

  note(id: string, segment: string, text: string, under: { lens?: string; prompt?: string } = {}): this {
    this.board.addNote(id, { segment, lens: '', prompt: '', text, ...under });
    return this;
  }

  record(): RoomRecord {
    const board = {
      notes: this.board.readNotes(),
      decisions: this.board.readDecisions(),
      actions: this.board.readActions(),
    };
    return buildRecord(reduceAll(initialStage(), this.#events), board, 'room-1');
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
