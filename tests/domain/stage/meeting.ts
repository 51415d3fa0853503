/** A meeting played against the stage as the server would: commands, joins, and alarms when their time has come. */
import { formatOf } from '../../../src/domain/agenda/formats.ts';
import { scaleAgenda } from '../../../src/domain/agenda/scale.ts';
import { completeReveal, nextAlarm, ringBell } from '../../../src/domain/stage/alarms.ts';
import { giveLensOnArrival } from '../../../src/domain/stage/arrivals.ts';
import { endEarly } from '../../../src/domain/stage/before.ts';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { timeToSpareMs } from '../../../src/domain/stage/forecast.ts';
import { handle, type Facts, type Handled, type StageCommand } from '../../../src/domain/stage/handle.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduce } from '../../../src/domain/stage/reduce.ts';
import { takeSeat } from '../../../src/domain/stage/roster.ts';
import { completeSuccession } from '../../../src/domain/stage/succession.ts';
import type { Discussion, Gather, SegmentRun, StageState } from '../../../src/domain/stage/state.ts';
import type { ErrorCode } from '../../../src/protocol/errors.ts';
import type { FormatId } from '../../../src/protocol/http.ts';
import type { LensId, Role, SegmentId } from '../../../src/protocol/ids.ts';

export const minute = 60_000;
export const openedAt = Date.UTC(2026, 10, 20, 10, 0);

export interface MeetingPlan {
  readonly format?: FormatId;
  readonly minutes?: number;
  readonly people?: number;
  readonly named?: boolean;
}

export class Meeting {
  stage: StageState = initialStage();
  now = openedAt;
  readonly events: StageEvent[] = [];
  readonly connected = new Set<string>();
  readonly lensesWritten = new Set<LensId>();
  leaderlessSince: Facts['leaderlessSince'] = null;
  notes: Facts['notes'] = new Set();
  written: Facts['written'] = new Set();
  /** When the server was started last. */
  awakeSince = openedAt;
  openItems: Facts['openItems'] = [];
  topics: Facts['topics'] = [];

  constructor({ format = 'heart-heat', minutes = 60, people = 8, named = false }: MeetingPlan = {}) {
    const scaled = scaleAgenda(format, minutes);
    if (!scaled.ok) throw new Error(scaled.code);
    const { segments } = scaled;
    const weights = Object.fromEntries(formatOf(format).segments.map((one) => [one.id, one.minutes]));
    const plan = { title: 'Sprint 42', format, minutes, people, segments, named, weights };
    this.emit([{ at: this.now, type: 'roomOpened', ...plan }]);
    this.join('mara', 'facilitator');
  }

  emit(events: readonly StageEvent[]): void {
    for (const event of events) {
      this.stage = reduce(this.stage, event, this.stage.rev + 1);
      this.events.push(event);
    }
  }

  join(seat: string, role: Role = 'participant'): void {
    this.emit(takeSeat(this.stage, { seat, name: seat, role }, this.now));
    this.comeBack(seat);
  }

  /** `ana, ben, …`: so many participants. */
  joinMany(count: number): void {
    const names = ['ana', 'ben', 'cem', 'dua', 'eva', 'fin', 'gro', 'hal', 'ida', 'jun', 'kai', 'lea'];
    for (const name of names.slice(0, count)) this.join(name);
  }

  comeBack(seat: string): void {
    this.connected.add(seat);
    this.emit(giveLensOnArrival(this.stage, seat, this.now));
  }

  leave(seat: string): void {
    this.connected.delete(seat);
  }

  ask(command: StageCommand, as: Partial<Facts> = {}): Handled {
    const outcome = handle(this.stage, command, {
      now: this.now,
      role: 'facilitator',
      seat: 'mara',
      connected: [...this.connected],
      leaderlessSince: this.leaderlessSince,
      notes: this.notes,
      written: this.written,
      openItems: this.openItems,
      topics: this.topics,
      hasTopicSpace: true,
      actions: new Map(),
      positions: new Map(),
      ballotsOf: () => new Map(),
      freshId: `id${this.stage.rev}`,
      ...as,
    });
    if (outcome.ok) this.emit(outcome.events);
    return outcome;
  }

  /** Asks for what must be accepted; returns the types of the events. */
  do(command: StageCommand): string[] {
    const outcome = this.ask(command);
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.code}`);
    return outcome.events.map(({ type }) => type);
  }

  refusal(command: StageCommand, as: Partial<Facts> = {}): ErrorCode | null {
    const outcome = this.ask(command, as);
    return outcome.ok ? null : outcome.code;
  }

  /** Time goes by; the server acts whenever its alarm is due. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (let due = nextAlarm(this.stage); due !== null && due <= until; due = nextAlarm(this.stage)) {
      this.now = Math.max(this.now, due);
      this.alarm();
    }
    this.now = until;
  }

  alarm(): void {
    this.emit(completeReveal(this.stage, this.now, { lensesWritten: this.lensesWritten }));
    this.emit(endEarly(this.stage, this.now));
    this.emit(ringBell(this.stage, this.now));
    this.emit(completeSuccession(this.stage, this.now, this.awakeSince, () => true));
  }

  /** Next until the segment is entered; into the round counted from 1 where that is given. */
  /** Pauses until there is no time to spare: it will end when it was to, or later. */
  spendSpare(): this {
    const spareMs = timeToSpareMs(this.stage, this.now);
    if (spareMs === 0) return this;
    this.do({ type: 'pauseClock' });
    this.pass(spareMs);
    this.do({ type: 'resumeClock' });
    return this;
  }

  goTo(segment: SegmentId, round = 1): this {
    if (this.stage.phase === 'lobby') this.do({ type: 'startMeeting' });
    while (this.stage.current !== segment) this.do({ type: 'goNext' });
    while ((this.stage.gathers[segment]?.rounds.length ?? round) < round) this.do({ type: 'goNext' });
    return this;
  }

  run(segment: SegmentId): SegmentRun {
    const run = this.stage.runs[segment];
    if (!run) throw new Error(`no segment ${segment}`);
    return run;
  }

  get gather(): Gather {
    const gather = this.stage.gathers.gather;
    if (!gather) throw new Error('no gather segment');
    return gather;
  }

  /** What everybody holds in the round that runs. */
  get held() {
    return this.gather.rounds.at(-1)?.held ?? {};
  }

  /** Topics of these names, in the order of the board; each has its name as id. */
  regroup(...names: readonly string[]): this {
    this.topics = names.map((name) => ({ id: name, title: name, merged: [] }));
    return this;
  }

  get discussion(): Discussion {
    const discussion = this.stage.discussions.discuss;
    if (!discussion) throw new Error('no discuss segment');
    return discussion;
  }

  /** A vote that was held and closed with these counts. */
  voted(counts: Readonly<Record<string, number>>): void {
    const id = `vote-${this.stage.rev}`;
    const options = this.topics.map(({ id: topic, title }) => ({ topic, name: title }));
    const poll = { id, kind: 'dots', question: 'vote', segment: null, topic: null, options } as const;
    const result = { answered: 3, ballots: 3, counts };
    this.emit([
      { at: this.now, type: 'pollOpened', poll: { ...poll, budget: 5, cap: 3 } },
      { at: this.now, type: 'pollClosed', poll: id, result },
    ]);
  }

  rang(): number {
    return this.events.filter(({ type }) => type === 'bellRang').length;
  }
}

/** Another one that goes on from here, and leaves this one alone. */
export function beside(meeting: Meeting): Meeting {
  return Object.assign(Object.create(meeting) as Meeting, { events: [] });
}
