/** One room as a page shows it: the door to everything below, with getters that a template can read. */
import type { Command, CommandAck } from '#protocol/commands.ts';
import type { ErrorCode, Outcome } from '#protocol/errors.ts';
import type { SeatAnswer } from '#protocol/http.ts';
import type { DocumentName, NoteId, Role, RoomId, SeatId, SegmentId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { EarlyCounts, Presence } from '#protocol/stage-wire.ts';
import { mayWriteBoard } from '#domain/stage/board-lock.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Amendment } from './amendments.ts';
import { BoardView } from './board-view.svelte.ts';
import { newId } from './chance.ts';
import { ClockView } from './clock-view.svelte.ts';
import { ContentsView } from './contents-view.svelte.ts';
import { DeskView } from './desk-view.svelte.ts';
import { EarlierView } from './earlier-view.svelte.ts';
import { lockManager } from './device-copy.ts';
import { Following } from './following.svelte.ts';
import { GesturesView } from './gestures-view.svelte.ts';
import { HalfTyped } from './half-typed.ts';
import { IncidentView } from './incident-view.svelte.ts';
import { LinksView } from './links-view.svelte.ts';
import { OthersSteps } from './others-steps.ts';
import { OutcomesView } from './outcomes-view.svelte.ts';
import { PollsView } from './polls-view.svelte.ts';
import { Receipts } from './receipts.ts';
import { forget, remember } from './recent-rooms.ts';
import { RoomConnections, type Entry } from './room-connections.ts';
import { RoomMemory } from './room-memory.ts';
import * as roomsApi from './rooms-api.ts';
import type { SeatSession } from './seat-session.ts';
import { SeatView } from './seat-view.svelte.ts';
import type { Saving } from './shared-document.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';
import { TimelineView } from './timeline-view.svelte.ts';
import { TopicsView } from './topics-view.svelte.ts';
import { isTyping, onTypingEnds } from './typing.ts';
import { UnsentWords } from './unsent-words.svelte.ts';
import type { KeptWords } from './words-only-here.ts';

export type { Entry } from './room-connections.ts';
export type { Saving } from './shared-document.ts';

export class RoomView {
  readonly id: RoomId;
  readonly board: BoardView;
  readonly earlier: EarlierView;
  readonly incident = new IncidentView();
  readonly outcomes: OutcomesView;
  readonly timeline: TimelineView;
  readonly topics: TopicsView;
  readonly polls: PollsView;
  readonly contents = new ContentsView();
  readonly desk: DeskView;
  readonly clock: ClockView;
  readonly following: Following;
  readonly gestures: GesturesView;
  readonly halfTyped: HalfTyped;
  readonly links: LinksView;
  /** Of fields whose words go out as commands. */
  readonly unsent = new UnsentWords();
  readonly #around: Surroundings;
  readonly #watching: boolean;
  readonly #seat: SeatView;
  readonly #othersSteps: OthersSteps;
  readonly #connections: RoomConnections;
  readonly #stopTyping: () => void;
  #entry = $state.raw<Entry>('opening');
  #problem = $state.raw<ErrorCode | null>(null);
  #stage = $state.raw<StageState | null>(null);
  #presence = $state.raw<Presence>([]);
  #early = $state.raw<EarlyCounts>([]);
  #saving = $state.raw<Saving>('saving');
  #isWritable = $state.raw(false);
  #leaderlessSince = $state.raw<number | null>(null);
  #outdated = $state.raw(false);

  /** `as: 'observer'` connects read-only beside whatever seat this browser has. Opens at once; `close` it. */
  constructor(
    id: RoomId,
    { as }: { readonly as?: 'observer' | undefined } = {},
    around: Surroundings = browserSurroundings(),
  ) {
    this.id = id;
    this.#around = around;
    this.#watching = as === 'observer';
    this.#othersSteps = new OthersSteps(around.monotonic);
    this.#seat = new SeatView(this.#watching, () => this.#stage);
    const ids = () => newId(around.chance);
    const receipts = new Receipts(id, around.device, around.chance);
    this.board = new BoardView(id, receipts, ids);
    this.earlier = new EarlierView((step) => this.board.remember(step));
    this.outcomes = new OutcomesView({
      newId: ids,
      remember: (step) => this.board.remember(step),
      command: (command) => this.command(command),
    });
    this.timeline = new TimelineView({ newId: ids, remember: (step) => this.board.remember(step) });
    this.topics = new TopicsView({ newId: ids, board: this.board, stage: () => this.stage });
    this.polls = new PollsView({ stage: () => this.stage, command: (command) => this.command(command) });
    this.desk = new DeskView(receipts, ids, () => this.#stage?.phase === 'closed');
    this.halfTyped = new HalfTyped(id, around.device, ids(), lockManager());
    this.links = new LinksView(() => roomsApi.links(id), around.random);
    const memory = new RoomMemory(id, around.device);
    this.#connections = new RoomConnections(id, this.#watching, memory, around, {
      entered: (entry) => this.#enter(entry),
      seated: (seat) => {
        this.#seat.tell(seat);
        this.#remember();
      },
      stageMoved: (before, after) => this.#stageMoved(before, after),
      presenceChanged: (presence) => (this.#presence = presence),
      answersChanged: (answers) => this.polls.tellAnswers(answers),
      earlyCounted: (counts) => (this.#early = counts),
      ballotsChanged: (own) => this.polls.tellBallots(own),
      reactionsHeard: (reactions) => this.gestures.hear(reactions),
      minuteSeen: () => this.gestures.minuteSeen(),
      leaderlessChanged: (since) => (this.#leaderlessSince = since),
      linksMayDiffer: () => this.links.renew(),
      opened: (session) => this.#show(session),
      wordsKept: (words, from) => this.#keepWords(words, from),
      refused: (code) => (this.#problem = code),
      outdated: () => (this.#outdated = true),
    });
    this.#stage = this.#connections.stageState;
    this.gestures = new GesturesView(() => this.#connections.stage?.gestures ?? null);
    this.clock = new ClockView(this.#connections.serverClock, () => this.stage);
    this.following = new Following({
      stage: () => this.stage,
      isTyping,
      tell: (segment) => this.#connections.stage?.gestures.look(segment),
    });
    this.#stopTyping = onTypingEnds(() => this.following.rest());
    this.#connections.start();
  }

  get entry(): Entry {
    return this.#entry;
  }

  /** The last refusal worth showing; its sentences are in the error table. */
  get problem(): ErrorCode | null {
    return this.#problem;
  }

  dismissProblem(): void {
    this.#problem = null;
  }

  /** The server has moved on to a protocol that this page does not speak: it has to be loaded again. */
  get outdated(): boolean {
    return this.#outdated;
  }

  /** With the name and the role as they are now. */
  get me(): SeatAnswer | null {
    return this.#seat.me;
  }

  /** Until when the room is there at least, server ms; null for ever. It moves on with what is done. */
  get keptUntil(): number | null {
    return this.#seat.keptUntil;
  }

  /** What this page may do in the room: a seat of a higher role may also just watch. */
  get role(): Role | null {
    return this.#seat.role;
  }

  /** Whether words can be written now, on one's desk at least; false for a moment while documents are opened. */
  get mayTakePart(): boolean {
    return this.#isSeated && this.#isWritable && this.role !== 'observer' && this.#isRoomOpen;
  }

  /** The same for the board, which may be locked. */
  get mayWrite(): boolean {
    return this.mayTakePart && this.#stage !== null && mayWriteBoard(this.#stage, this.role);
  }

  /** Server ms since when no facilitator is connected; null while one is, or where nobody has said. */
  get leaderlessSince(): number | null {
    return this.#leaderlessSince;
  }

  /** Replaced whole at every revision; the copy of the last visit while offline. */
  get stage(): StageState | null {
    return this.#stage;
  }

  get presence(): Presence {
    return this.#presence;
  }

  /** How many have written ahead for each part that is or was open for it; empty until the server has counted. */
  get early(): EarlyCounts {
    return this.#early;
  }

  /** True of board, desk and fields together: `saved` only when the server has shown that it holds everything. */
  get saving(): Saving {
    return this.#saving === 'saved' && this.unsent.any ? 'saving' : this.#saving;
  }

  /** Something would be lost if the page went now. */
  get isHoldingBack(): boolean {
    return this.unsent.any || (this.#connections.stage?.isHoldingBack ?? false);
  }

  /**
   * Sent again over reconnects under one cmdId until the server answers, or half a minute has passed. An answer to the
   * bell is refused with `conflict` where somebody else has answered it.
   */
  async command(command: Command, from: 'anywhere' | 'bell' = 'anywhere'): Promise<CommandAck> {
    const stage = await this.#connections.stageOpened();
    if (!stage) return { ok: false, code: 'unreachable' };
    return this.#othersSteps.heed(command, stage.command(command, from));
  }

  /** By somebody else, less than a second ago: a step that is asked for now was meant for where it was before. */
  get isJustMoved(): boolean {
    return this.#othersSteps.isFresh;
  }

  /** Asks for a change that is worked out from the stage as it is when its turn comes. */
  async amend(work: Amendment): Promise<CommandAck> {
    const stage = await this.#connections.stageOpened();
    return stage ? stage.amend(work) : { ok: false, code: 'unreachable' };
  }

  setReady(ready: boolean): void {
    this.#connections.stage?.gestures.setReady(ready);
  }

  /** One's own; it waits in the queue until it goes down. */
  setHand(raised: boolean): void {
    this.#connections.stage?.gestures.setHand(raised);
  }

  /** Anybody's, by a facilitator. */
  lowerHand(seat: SeatId): void {
    this.#connections.stage?.gestures.lowerHand(seat);
  }

  /** Others see at these notes that somebody is moving them; at most so many, and none when they are let go. */
  setHolding(notes: readonly NoteId[]): void {
    this.#connections.stage?.gestures.setHolding(notes.slice(0, limits.heldNotes));
  }

  async rename(name: string): Promise<Outcome> {
    const outcome = await roomsApi.rename(this.id, name);
    if (outcome.ok) this.#seat.tell(outcome.answer);
    return outcome;
  }

  /** `title` as it stands. The page then hears that the room is gone like everybody's. */
  deleteForEverybody(title: string): Promise<Outcome> {
    return roomsApi.deleteRoom(this.id, title);
  }

  /** Ends all connections. What is on the device stays there. */
  close(): void {
    this.#stopTyping();
    this.halfTyped.close();
    this.links.close();
    this.#connections.close();
  }

  /**
   * Half-typed words that can not be added any more become drafts on this device; of one segment or of all. Where the
   * seat has ended they stay as they are: that is where they are looked for.
   */
  async keepHalfTyped(segment?: SegmentId): Promise<void> {
    if (!this.#isSeated || !this.desk.isShown) return;
    await this.halfTyped.handOver((words) => this.#isSeated && this.desk.keepWords(words, 'device'), segment);
  }

  #enter(entry: Entry): void {
    this.#entry = entry;
    if (entry === 'deleted') forget(this.id, this.#around.device);
  }

  get #isRoomOpen(): boolean {
    return this.#stage !== null && this.#stage.phase !== 'closed';
  }

  /** False as soon as this page can know that the seat has ended: the stage may tell before the connection does. */
  get #isSeated(): boolean {
    return this.#entry === 'open' && this.#seat.stands;
  }

  #stageMoved(before: StageState | null, after: StageState): void {
    this.#stage = after;
    this.#othersSteps.stageMoved(before, after);
    this.following.stageMoved(before, after);
    if (after.phase === 'closed') void this.keepHalfTyped();
    if (before?.title !== after.title || before.phase !== after.phase) this.#remember();
  }

  #remember(): void {
    if (this.#watching || !this.me || !this.#stage) return;
    const { title, phase } = this.#stage;
    const { date, device } = this.#around;
    const { role } = this.me;
    remember({ room: this.id, title, role, at: date(), closed: phase === 'closed' }, device);
  }

  #show(session: SeatSession): () => void {
    this.contents.show(session.board);
    const look = () => {
      this.#saving = session.saving;
      this.#isWritable = session.isWritable;
      if (session.isOver) void this.keepHalfTyped();
    };
    const views = [this.board, this.earlier, this.incident, this.outcomes, this.timeline, this.topics];
    const stops = [session.onChange(look), ...views.map((view) => view.show(session.board))];
    if (session.desk) stops.push(this.desk.show(session.desk.shared, session.desk.kept));
    look();
    if (this.#stage?.phase === 'closed') void this.keepHalfTyped();
    return () => stops.forEach((stop) => stop());
  }

  /** Words from the board become drafts on the desk; what the desk itself did not take stays on this device. */
  #keepWords(words: readonly KeptWords[], from: DocumentName): void {
    const segment = this.#stage?.current ?? this.#stage?.segments[0]?.id ?? '';
    const placed = words.map((one) => (one.segment === '' ? { ...one, segment } : one));
    void this.desk.keepWords(placed, from === 'desk' ? 'device' : 'desk');
  }
}
