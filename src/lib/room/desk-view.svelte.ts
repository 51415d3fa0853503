/** One person's drafts as a page shows them, those kept only on this device included. */
import type { Draft } from '#domain/desk/desk.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { DraftId } from '#protocol/ids.ts';

export interface DraftToAdd {
  readonly segment: string;
  readonly lens?: string;
  readonly prompt?: string;
  readonly text: string;
  /** Publishes it at once where the segment's notes are open. */
  readonly released?: boolean;
  readonly late?: boolean;
}

export class DeskView {
  /** Unpublished and not removed, in the order of writing. */
  get drafts(): readonly Draft[] {
    return [];
  }

  /** Returns the id of the new draft. */
  addDraft(_draft: DraftToAdd): DraftId {
    return '';
  }

  moveDraft(_id: DraftId, _to: { readonly lens: string } | { readonly prompt: string }): void {
    return;
  }

  removeDraft(_id: DraftId): void {
    return;
  }

  restoreDraft(_id: DraftId): void {
    return;
  }

  releaseDraft(_id: DraftId): void {
    return;
  }

  /** The same object for the same text; null while the draft has not arrived. */
  textOf(_id: DraftId): TextField | null {
    return null;
  }
}
