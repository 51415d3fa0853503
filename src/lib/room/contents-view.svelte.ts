/** All that the board says as one value, for pages that show the whole room. */
import { createSubscriber } from 'svelte/reactivity';
import { readContents, type BoardContents } from '#domain/record/board-contents.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import type { SharedDocument } from './shared-document.ts';

const areas = ['outcomes', 'options', 'positions', 'actions', 'headlines'] as const;

export class ContentsView {
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #follow = $state.raw(() => {});

  /** Read anew at each use; null before a document is there. */
  read(stage: Pick<StageState, 'segments'>): BoardContents | null {
    this.#follow();
    return this.#shared && readContents(this.#shared.content, stage);
  }

  /** To be called once per document connection. Listens only while a page reads. */
  show(shared: SharedDocument<BoardParts>): void {
    this.#shared = shared;
    this.#follow = createSubscriber((update) => shared.watch((parts) => watchAll(parts, update), update));
  }
}

function watchAll(parts: BoardParts, listener: () => void): () => void {
  const { board, earlier, incident, outcomes, timeline, topics } = parts;
  const stops = [
    board.onChange('notes', listener),
    earlier.onChange(listener),
    incident.onChange(listener),
    timeline.onChange(listener),
    topics.onChange(listener),
    ...areas.map((area) => outcomes.onChange(area, listener)),
  ];
  return () => stops.forEach((stop) => stop());
}
