/** Where this person looks: with the stage, until they look elsewhere or are in the middle of a sentence. */
import type { SegmentId } from '#protocol/ids.ts';

export class Following {
  get segment(): SegmentId | null {
    return null;
  }

  /** Looks elsewhere than the stage. */
  get away(): boolean {
    return false;
  }

  /** *Bring everyone here* arrived while this person was typing or away: show a button. */
  get called(): boolean {
    return false;
  }

  lookAt(_segment: SegmentId): void {
    return;
  }

  follow(): void {
    return;
  }
}
