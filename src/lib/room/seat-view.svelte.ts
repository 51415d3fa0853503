/** Who this browser is in the room, as the server has last said: when it came in, and on the stage since. */
import type { SeatAnswer } from '#protocol/http.ts';
import type { Role } from '#protocol/ids.ts';
import { seatOf } from '#domain/stage/standing.ts';
import type { StageState } from '#domain/stage/state.ts';

export class SeatView {
  readonly #watching: boolean;
  readonly #stage: () => StageState | null;
  #answer = $state.raw<SeatAnswer | null>(null);
  readonly #me = $derived.by(() => this.#meNow());

  /** `watching` only reads, whatever the role of the seat. */
  constructor(watching: boolean, stage: () => StageState | null) {
    this.#watching = watching;
    this.#stage = stage;
  }

  get me(): SeatAnswer | null {
    return this.#me;
  }

  get role(): Role | null {
    return this.#watching && this.me ? 'observer' : (this.me?.role ?? null);
  }

  get keptUntil(): number | null {
    return this.#answer?.keptUntil ?? null;
  }

  /** There is one, and the stage does not say that it has ended. */
  get stands(): boolean {
    if (!this.#answer) return false;
    const stage = this.#stage();
    return stage === null || seatOf(stage, this.#answer.seat)?.standing !== 'removed';
  }

  /** As the server answers over HTTP. */
  tell(answer: SeatAnswer): void {
    this.#answer = answer;
  }

  #meNow(): SeatAnswer | null {
    if (!this.#answer) return null;
    const { seat } = this.#answer;
    const info = this.#stage()?.seats[seat];
    return info ? { seat, name: info.name, role: info.role } : this.#answer;
  }
}
