/** Secret questions as a page shows them: what is open, how many have answered, and one's own answer. */
import { SvelteMap } from 'svelte/reactivity';
import { openPolls } from '#domain/stage/polls.ts';
import type { Poll, StageState } from '#domain/stage/state.ts';
import type { Ballot } from '#protocol/ballots.ts';
import type { Command, CommandAck } from '#protocol/commands.ts';
import type { PollId } from '#protocol/ids.ts';
import type { Answers, OwnBallots } from '#protocol/stage-wire.ts';

interface Neighbours {
  readonly stage: () => StageState | null;
  readonly command: (command: Command) => Promise<CommandAck>;
}

/** Null takes the ballot back. */
type Wish = Ballot | null;

export class PollsView {
  readonly #around: Neighbours;
  #answers = $state.raw<Answers>([]);
  /** As the server last said; null before it has. */
  #own = $state.raw<OwnBallots | null>(null);
  /** What was asked for and is not answered yet. */
  readonly #wishes = new SvelteMap<PollId, Wish>();
  readonly #sending = new SvelteMap<PollId, Promise<CommandAck>>();

  constructor(around: Neighbours) {
    this.#around = around;
  }

  get open(): readonly Poll[] {
    const stage = this.#around.stage();
    return stage ? openPolls(stage) : [];
  }

  /** Null until the server has counted. */
  answersOf(poll: PollId): Answers[number] | null {
    return this.#answers.find((one) => one.poll === poll) ?? null;
  }

  /** One's own ballot, with what was changed a moment ago; null where there is none. */
  mine(poll: PollId): Ballot | null {
    const wish = this.#wishes.get(poll);
    return wish === undefined ? this.#stored(poll) : wish;
  }

  /** Whether the server has said which ballots this person has given. */
  get isKnown(): boolean {
    return this.#own !== null;
  }

  isSending(poll: PollId): boolean {
    return this.#wishes.has(poll);
  }

  /**
   * Answers, or takes the answer back. One ballot is under way at a time, so that none comes in behind a later one; of
   * those that were cast meanwhile only the last is sent. Refused, the one before stands again.
   */
  cast(poll: PollId, ballot: Wish): Promise<CommandAck> {
    this.#wishes.set(poll, ballot);
    const sending = this.#sending.get(poll) ?? this.#send(poll).finally(() => this.#sending.delete(poll));
    this.#sending.set(poll, sending);
    return sending;
  }

  /** To be called with what the server says. */
  tellAnswers(answers: Answers): void {
    this.#answers = answers;
  }

  tellBallots(own: OwnBallots): void {
    this.#own = own;
  }

  async #send(poll: PollId): Promise<CommandAck> {
    for (;;) {
      const ballot = this.#wishes.get(poll) ?? null;
      const ack = await this.#around.command({ type: 'castBallot', poll, ballot });
      if (ack.ok && this.#wishes.get(poll) !== ballot) continue;
      this.#wishes.delete(poll);
      return ack;
    }
  }

  #stored(poll: PollId): Ballot | null {
    return this.#own?.find((one) => one.poll === poll)?.ballot ?? null;
  }
}
