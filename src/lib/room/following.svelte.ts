/** Where this person looks: with the stage, until they look elsewhere or are in the middle of a sentence. */
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';

/**
 * `held` and `lobby`: followed until the stage moved, or began, while this person was typing. `elsewhere`: went there on
 * purpose.
 */
type Gaze =
  | { readonly at: 'stage' }
  | { readonly at: 'lobby'; readonly stage: StageState }
  | { readonly at: 'held'; readonly segment: SegmentId }
  | { readonly at: 'elsewhere'; readonly segment: SegmentId };

export interface FollowingSurroundings {
  readonly stage: () => StageState | null;
  readonly isTyping: () => boolean;
  /** Tells the others where this person looks; null is with the stage. */
  readonly tell: (segment: SegmentId | null) => void;
}

export class Following {
  readonly #around: FollowingSurroundings;
  #gaze = $state.raw<Gaze>({ at: 'stage' });
  #called = $state.raw(false);

  constructor(around: FollowingSurroundings) {
    this.#around = around;
  }

  /** What this person looks at; null in the lobby. */
  get segment(): SegmentId | null {
    if (this.#gaze.at === 'lobby') return null;
    return this.#gaze.at === 'stage' ? this.#current : this.#gaze.segment;
  }

  /** The stage as it was when it began without this person, who is still in the lobby; null everywhere else. */
  get lobby(): StageState | null {
    return this.#gaze.at === 'lobby' ? this.#gaze.stage : null;
  }

  /** Looks elsewhere than the stage. */
  get away(): boolean {
    return this.#gaze.at !== 'stage';
  }

  /** *Bring everyone here* arrived while this person was typing or away: show a button. */
  get called(): boolean {
    return this.#called;
  }

  lookAt(segment: SegmentId): void {
    if (segment === this.#current) this.follow();
    else this.#turn({ at: 'elsewhere', segment });
  }

  follow(): void {
    this.#turn({ at: 'stage' });
  }

  /** To be called when somebody may have stopped typing: whoever was only held back by that goes with the stage again. */
  rest(): void {
    if (this.#isHeld && !this.#around.isTyping()) this.follow();
  }

  /** To be called with every new stage, before and after. The first stage of a page moves nobody. */
  stageMoved(before: StageState | null, after: StageState): void {
    if (!before) return;
    const { segment } = this;
    const isGone = segment !== null && !after.segments.some(({ id }) => id === segment);
    const isLobbyOver = this.#gaze.at === 'lobby' && after.phase === 'closed';
    if (this.#gaze.at !== 'stage' && (isGone || isLobbyOver)) this.follow();
    if (before.current !== after.current) this.#currentMoved(before, after.current);
    if (after.brought && after.brought.at !== before.brought?.at) this.#broughtTo(after.brought.segment);
  }

  get #current(): SegmentId | null {
    return this.#around.stage()?.current ?? null;
  }

  #currentMoved(from: StageState, to: SegmentId | null): void {
    if (this.#gaze.at !== 'stage') {
      if (this.segment === to) this.follow();
    } else if (this.#around.isTyping()) {
      this.#turn(
        from.current === null ? { at: 'lobby', stage: from } : { at: 'held', segment: from.current },
      );
    }
  }

  #broughtTo(segment: SegmentId): void {
    if (this.#gaze.at === 'stage' || this.segment === segment) return;
    if (this.#isHeld && !this.#around.isTyping()) this.follow();
    else this.#called = true;
  }

  get #isHeld(): boolean {
    return this.#gaze.at === 'held' || this.#gaze.at === 'lobby';
  }

  #turn(gaze: Gaze): void {
    this.#gaze = gaze;
    if (!this.#isHeld) this.#called = false;
    this.#around.tell(gaze.at === 'stage' ? null : this.segment);
  }
}
