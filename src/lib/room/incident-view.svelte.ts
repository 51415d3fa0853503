/** What a review says of an incident beside its timeline, as a page shows it. */
import type { Incident } from '#domain/board/incident.ts';
import { incidentParts, type IncidentPart } from '#domain/board/incident-parts.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import { FieldCache } from './field-cache.ts';
import { LiveList } from './live-list.ts';
import type { SharedDocument } from './shared-document.ts';

interface Part {
  readonly id: IncidentPart;
  readonly text: string;
}

export class IncidentView {
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #parts = $state.raw<LiveList<Part> | null>(null);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((part) => this.#find(part)));

  /** As it reads now; empty where nobody has written. */
  wordsOf(part: IncidentPart): string {
    return this.#parts?.current.find(({ id }) => id === part)?.text ?? '';
  }

  /** The same object for the same part; null while it has not arrived. */
  textOf(part: IncidentPart): TextField | null {
    this.#parts?.follow();
    return this.#fields.get(part);
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<BoardParts>): () => void {
    this.#shared = shared;
    this.#parts = new LiveList(
      () => partsOf(shared.content.incident),
      (listener) => shared.watch(({ incident }) => incident.onChange(listener), listener),
    );
    this.#startEdition();
    return shared.onSwap(() => this.#startEdition());
  }

  #startEdition(): void {
    this.#fields = new FieldCache((part) => this.#find(part));
  }

  #find(part: string): TextField | null {
    return this.#shared?.content.incident.textOf(part as IncidentPart) ?? null;
  }
}

function partsOf(incident: Incident): Part[] {
  const words = incident.readIncident();
  return incidentParts.map((id) => ({ id, text: words[id] }));
}
