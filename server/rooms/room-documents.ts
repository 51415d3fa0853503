/** The documents of one room: the board and everybody's desk. */
import type { RoomId, SeatId } from '../../src/protocol/ids.ts';
import type { DocumentKey, StoredDocument } from '../store/store.ts';
import { seatOfDesk, shapeOf } from './document-keys.ts';
import { LiveDocument, type PendingDocument } from './live-document.ts';
import type { Surroundings } from './surroundings.ts';

export class RoomDocuments {
  readonly #room: RoomId;
  readonly #serverClientId: number;
  readonly #around: Surroundings;
  readonly #documents = new Map<DocumentKey, LiveDocument>();

  constructor(
    room: { readonly id: RoomId; readonly serverClientId: number },
    stored: readonly StoredDocument[],
    around: Surroundings,
  ) {
    this.#room = room.id;
    this.#serverClientId = room.serverClientId;
    this.#around = around;
    for (const document of stored) {
      this.#warnOfDamage(document);
      this.#add(document);
    }
  }

  /** Made when first asked for; an empty document is stored with its first update. */
  get(key: DocumentKey): LiveDocument {
    return this.#documents.get(key) ?? this.#add(emptyDocument(key));
  }

  /** Every client id that has written in any of them. */
  *writers(): Iterable<number> {
    for (const { doc } of this.#documents.values()) yield* doc.store.clients.keys();
  }

  get areInDoubt(): boolean {
    return [...this.#documents.values()].some(({ isInDoubt }) => isInDoubt);
  }

  /** What a refused edit left in doubt is read back from disk, with what this turn had accepted before. */
  async mend(): Promise<void> {
    if (!this.areInDoubt) return;
    const stored = await this.#around.store.loadRoom(this.#room);
    for (const document of this.#documents.values()) {
      if (!document.isInDoubt) continue;
      document.rebuild(
        stored?.documents.find(({ key }) => key === document.key) ?? emptyDocument(document.key),
      );
    }
  }

  /** Whose desks this turn has changed. */
  changedDesks(): SeatId[] {
    return [...this.#documents.values()]
      .filter(({ hasPending }) => hasPending)
      .map(({ key }) => seatOfDesk(key))
      .filter((seat) => seat !== null);
  }

  /** What this turn changed, the board first. */
  takePending(): PendingDocument[] {
    return [...this.#documents.values()]
      .map((document) => document.takePending())
      .filter((pending) => pending !== null)
      .sort((a, b) => Number(b.document.key === 'board') - Number(a.document.key === 'board'));
  }

  destroy(): void {
    for (const document of this.#documents.values()) document.destroy();
  }

  #add(stored: StoredDocument): LiveDocument {
    const document = new LiveDocument(shapeOf(stored.key), stored, this.#serverClientId);
    this.#documents.set(stored.key, document);
    return document;
  }

  #warnOfDamage({ key, quarantined }: StoredDocument): void {
    if (quarantined === 0) return;
    const document = key.split(':')[0];
    this.#around.log.error({ room: this.#room, document, records: quarantined }, 'damaged records set aside');
  }
}

function emptyDocument(key: DocumentKey): StoredDocument {
  return { key, snapshot: null, updates: [], quarantined: 0 };
}
