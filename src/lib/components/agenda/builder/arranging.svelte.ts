/** Putting parts in another order, by mouse, finger or keys. What has begun stays where it is. */
import { firstAhead } from '#domain/stage/plan.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import type { DragHandlers } from '$lib/ui/drag.ts';
import { takesKeys } from '$lib/ui/fields.ts';

/** In front of that part; null behind the last. */
interface Gap {
  readonly before: SegmentId | null;
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** By Alt and an arrow; null for all other keys, and in a field, where these move the caret on some machines. */
export function stepAsked({ altKey, key, target }: KeyboardEvent): -1 | 1 | null {
  return altKey && !takesKeys(target) && Object.hasOwn(steps, key) ? (steps[key] ?? null) : null;
}

export class Arranging implements DragHandlers {
  readonly #room: RoomView;
  #carried = $state.raw<SegmentId | null>(null);
  #gap = $state.raw<Gap | null>(null);

  constructor(room: RoomView) {
    this.#room = room;
  }

  get carried(): SegmentId | null {
    return this.#carried;
  }

  /** Where it would be put down; null nowhere. */
  get gap(): Gap | null {
    return this.#gap;
  }

  isMovable(id: SegmentId): boolean {
    const stage = stageOf(this.#room);
    return stage.segments.findIndex((segment) => segment.id === id) >= firstAhead(stage);
  }

  readonly begin = (id: SegmentId): boolean => {
    if (this.#isCutOff) announce(words.offline);
    else if (!this.isMovable(id)) announce(words.cannotMove);
    else this.#carried = id;
    return this.#carried !== null;
  };

  /** The row under the pointer is named by its id; the gap is the one at its nearer edge. */
  readonly move = (_x: number, y: number, target: string | null): void => {
    this.#gap = target === null ? null : this.#gapAt(target, y);
  };

  readonly drop = (): void => {
    const [id, gap] = [this.#carried, this.#gap];
    if (id !== null && gap !== null) void this.#put(id, gap.before);
  };

  readonly end = (): void => {
    this.#carried = null;
    this.#gap = null;
  };

  /** One place further up or down; resolves to whether it moved. */
  async step(id: SegmentId, by: -1 | 1): Promise<boolean> {
    const { segments } = stageOf(this.#room);
    const to = segments.findIndex((segment) => segment.id === id) + by;
    const other = segments[to];
    if (!other) return false;
    if (!this.isMovable(id) || !this.isMovable(other.id)) {
      announce(words.cannotMove);
      return false;
    }
    return this.#put(id, by === -1 ? other.id : (segments[to + 1]?.id ?? null));
  }

  #gapAt(id: SegmentId, y: number): Gap | null {
    const { segments } = stageOf(this.#room);
    const at = segments.findIndex((segment) => segment.id === id);
    const box = document.querySelector(`[data-drop="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const isLower = box !== undefined && y > box.top + box.height / 2;
    const before = segments[isLower ? at + 1 : at]?.id ?? null;
    return before === null || this.isMovable(before) ? { before } : null;
  }

  get #isCutOff(): boolean {
    return this.#room.saving === 'offline';
  }

  async #put(id: SegmentId, before: SegmentId | null): Promise<boolean> {
    if (this.#isCutOff) return false;
    const title = stageOf(this.#room).segments.find((segment) => segment.id === id)?.title ?? '';
    if (!(await askStage(this.#room, { type: 'moveSegment', segment: id, before }))) return false;
    const { segments } = stageOf(this.#room);
    const place = segments.findIndex((segment) => segment.id === id) + 1;
    announce(words.moved(title, place, segments.length));
    return true;
  }
}
