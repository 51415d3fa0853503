/** A room as the record finds it: told as events, reduced by the real stage, written on a real board. */
import * as Y from 'yjs';
import { scaleAgenda } from '../../src/domain/agenda/scale.ts';
import type { Segment } from '../../src/domain/agenda/segment.ts';
import { Board, type BoardOrigin } from '../../src/domain/board/board.ts';
import { EarlierActions } from '../../src/domain/board/earlier.ts';
import { Incident } from '../../src/domain/board/incident.ts';
import { Outcomes, type OutcomeArea, type OutcomeFields } from '../../src/domain/board/outcomes.ts';
import { boardRoots } from '../../src/domain/board/schema.ts';
import { Timeline } from '../../src/domain/board/timeline.ts';
import { Topics } from '../../src/domain/board/topics.ts';
import { readContents } from '../../src/domain/record/board-contents.ts';
import { buildRecord } from '../../src/domain/record/build-record.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { initialStage } from '../../src/domain/stage/initial-stage.ts';
import { reduceAll } from '../../src/domain/stage/reduce.ts';
import type { FormatId } from '../../src/protocol/http.ts';

export const openedAt = Date.parse('2026-11-21T09:55:00Z');
export const minute = 60_000;
const byServer: BoardOrigin = { kind: 'server' };

export class RecordedRoom {
  readonly #doc = new Y.Doc();
  readonly board = new Board(this.#doc, byServer);
  readonly earlier = new EarlierActions(this.#doc, byServer);
  readonly incident = new Incident(this.#doc, byServer);
  readonly timeline = new Timeline(this.#doc, byServer);
  readonly topics = new Topics(this.#doc, byServer);
  readonly outcomes = new Outcomes(this.#doc, byServer);
  readonly segments: readonly Segment[];
  readonly #events: StageEvent[] = [];

  constructor(format: FormatId = 'heart-heat', title = 'Checkout, sprint 42') {
    const agenda = scaleAgenda(format, 60);
    if (!agenda.ok) throw new Error(agenda.code);
    this.segments = agenda.segments;
    this.outcomes.addHeadlines();
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

  /** As the server does for an author who stands to it. */
  sign(note: string, seat: string): this {
    const entry = this.#doc.getMap<Y.Map<unknown>>(boardRoots.notes).get(note);
    entry?.set('signed', seat);
    return this;
  }

  /** Words into a text that stands on the board already. */
  write<Area extends OutcomeArea>(
    area: Area,
    id: string,
    texts: Partial<Record<OutcomeFields[Area], string>>,
  ): this {
    for (const [key, words] of Object.entries(texts) as [OutcomeFields[Area], string][])
      this.outcomes.textOf(area, id, key)?.splice(0, 0, words);
    return this;
  }

  record(): RoomRecord {
    const stage = reduceAll(initialStage(), this.#events);
    return buildRecord(stage, readContents(this, stage), 'room-1');
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
