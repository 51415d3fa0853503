/** Tells somebody what became of asking to swap lenses, and takes back that they hold one when they hold it no more. */
import { tradeableLens } from '#domain/stage/lens-trading.ts';
import { lensIn } from '#domain/stage/own-lenses.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { LensId, SeatId } from '#protocol/ids.ts';
import { trading as words } from '$lib/text/secrecy.ts';
import { showToast, takeBackToast, type Toast } from '$lib/ui/toasts.svelte.ts';
import { swapAskedBy, swapOutcome, type SwapAsked } from './swap-outcome.ts';

export class SwapNews {
  /** As it stood; null where nobody has to be told what became of it. */
  #asked: SwapAsked | null = null;
  #told: { readonly lens: LensId; readonly toast: Toast } | null = null;

  /** To be called with every new stage. */
  look(stage: StageState, seat: SeatId): void {
    const lens = tradeableLens(stage, seat)?.lens;
    if (this.#told && this.#told.lens !== lens) this.close();
    const outcome = this.#asked && swapOutcome(this.#asked, stage, seat);
    if (this.#asked && outcome && lens !== undefined) this.#tell(outcome, stage, this.#asked.to, lens);
    this.#asked = swapAskedBy(stage, seat);
  }

  /** Whoever takes the question back needs not to be told. */
  forget(): void {
    this.#asked = null;
  }

  /** Nobody looks at the stage any more, so that what was told may be true no longer. */
  close(): void {
    if (this.#told) takeBackToast(this.#told.toast);
    this.#told = null;
  }

  #tell(outcome: 'swapped' | 'not-swapped', stage: StageState, to: SeatId, lens: LensId): void {
    const name = stage.seats[to]?.name ?? '';
    const isSwapped = outcome === 'swapped';
    const toast = {
      words: isSwapped ? words.swapped(name, lensIn(stage, lens)?.name ?? lens) : words.notSwapped(name),
    };
    showToast(toast);
    if (isSwapped) this.#told = { lens, toast };
  }
}
