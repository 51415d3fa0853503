/**
 * One document of a room on this page: loaded from the device, given a client id, connected, and replaced by a fresh one
 * when the server refused an edit, for Yjs cannot take a local edit back. Who shows it asks for `content` at each read.
 */
import * as Y from 'yjs';
import { errorOfClose, errors, type ErrorCode } from '#protocol/errors.ts';
import type { DocumentName, RoomId, SeatId } from '#protocol/ids.ts';
import { retryDelayMs } from './backoff.ts';
import type { ClientIds } from './client-ids.ts';
import { CopyNames } from './copy-names.ts';
import type { Device } from './device.ts';
import { openCopy, type DeviceCopy } from './device-copy.ts';
import { DocumentLink } from './document-link.ts';
import { Listeners } from './listeners.ts';
import { RefusedCopies, type LookThrough } from './refused-copies.ts';
import { SavedProof } from './saved-proof.ts';

/** `offline`: goes out by itself. `kept`: on this device alone, and nothing will send it without its author. */
export type Saving = 'saved' | 'saving' | 'offline' | 'kept';

export interface SharedDocumentOptions<Content> {
  readonly room: RoomId;
  readonly document: DocumentName;
  readonly seat: SeatId;
  /** Read-only: no client id, and nothing is kept on the device. */
  readonly asObserver: boolean;
  /** ws://host or wss://host. */
  readonly socketOrigin: string;
  readonly ids: ClientIds;
  readonly device: Device;
  readonly random: () => number;
  readonly contentOf: (doc: Y.Doc) => Content;
  /** Something that this page or an earlier one wrote was refused. */
  readonly onAside: LookThrough;
  /** A refusal that somebody should read. */
  readonly onRefusal: (code: ErrorCode) => void;
}

/** Refusals of what was written, as against refusals of the person or the room. */
const refusedWords: ReadonlySet<ErrorCode> = new Set([
  'refused-edit',
  'room-closed',
  'board-locked',
  'bad-input',
  'too-large',
  'no-more-ids',
]);
/** What the network or a server that comes back will mend. */
const awayCodes: ReadonlySet<ErrorCode> = new Set(['unreachable', 'unanswered', 'restarting']);
/** A fresh document that is refused again and again would only spin. */
const mostRefusals = 3;

type Phase =
  | { readonly at: 'loading' }
  /** Shown, but without an id to write under. */
  | { readonly at: 'unnamed'; readonly refused: ErrorCode | null }
  | {
      readonly at: 'linked';
      readonly link: DocumentLink;
      readonly proof: SavedProof;
      readonly named: boolean;
    }
  | { readonly at: 'ended' };

export class SharedDocument<Content> {
  readonly #options: SharedDocumentOptions<Content>;
  readonly #names: CopyNames;
  readonly #refusedCopies: RefusedCopies;
  readonly #changed = new Listeners();
  readonly #swapped = new Listeners();
  #doc = new Y.Doc();
  #content: Content;
  #copy: DeviceCopy | null = null;
  #generation: number;
  #phase: Phase = { at: 'loading' };
  #refusals = 0;
  #isLoaded = false;
  #wake: () => void = () => undefined;

  constructor(options: SharedDocumentOptions<Content>) {
    this.#options = options;
    this.#names = new CopyNames(options.device, options);
    this.#refusedCopies = new RefusedCopies(this.#names, options.onAside);
    this.#generation = this.#names.current;
    this.#content = options.contentOf(this.#doc);
    void this.#open(this.#doc);
  }

  get content(): Content {
    return this.#content;
  }

  /** Whether what is written now can reach the server under an id of our own. */
  get isWritable(): boolean {
    return this.#phase.at === 'linked' && this.#phase.named;
  }

  /** Whether a copy is here, from the device or from the server: before that, empty means nothing. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Nothing can be written any more on this page. */
  get isOver(): boolean {
    return this.#phase.at === 'ended' || (this.#phase.at === 'linked' && !this.#phase.named);
  }

  get saving(): Saving {
    switch (this.#phase.at) {
      case 'loading':
        return 'saving';
      case 'unnamed':
        if (this.#phase.refused === null) return 'saving';
        return awayCodes.has(this.#phase.refused) ? 'offline' : 'kept';
      case 'linked':
        if (this.#phase.link.state === 'lost') return 'offline';
        return !this.#refusedCopies.isWaiting && this.#phase.proof.holdsAll ? 'saved' : 'saving';
      case 'ended':
        return this.#options.asObserver ? 'saved' : 'kept';
    }
  }

  /** Tells of everything but the content itself: writable, loaded, saving. */
  onChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  /** Another document has taken the place of the one that was shown. */
  onSwap(listener: () => void): () => void {
    return this.#swapped.add(listener);
  }

  /** Listens on whatever content is current; `listen` returns its own stop. */
  watch(listen: (content: Content) => () => void, swapped: () => void): () => void {
    let stop = listen(this.#content);
    const stopSwaps = this.onSwap(() => {
      stop();
      stop = listen(this.#content);
      swapped();
    });
    return () => {
      stop();
      stopSwaps();
    };
  }

  /** Tries at once what would be tried later. */
  hurry(): void {
    this.#wake();
    if (this.#phase.at === 'linked') this.#phase.link.hurry();
  }

  /** What is open is taken for dead, though nobody has said so yet. */
  lose(): void {
    if (this.#phase.at === 'linked') this.#phase.link.lose();
  }

  /** What is on the device stays there. */
  async close(): Promise<void> {
    this.#leave({ at: 'ended' });
    await this.#copy?.close();
    this.#doc.destroy();
  }

  async #open(doc: Y.Doc): Promise<void> {
    const { asObserver } = this.#options;
    const copy = asObserver ? null : await openCopy(this.#names.nameOf(this.#generation), doc);
    if (this.#isGone(doc)) return void copy?.close();
    this.#copy = copy;
    this.#isLoaded = doc.store.clients.size > 0;
    this.#leave({ at: 'unnamed', refused: null });
    const clientId = asObserver ? null : await this.#untilNamed(doc);
    if (this.#isGone(doc)) return;
    // After loading and before connecting: earlier, or a second time, and Yjs would choose another.
    if (clientId !== null) doc.clientID = clientId;
    this.#connect(doc, clientId !== null);
  }

  /** Null where no id will ever be given, but reading is still worth trying. */
  async #untilNamed(doc: Y.Doc): Promise<number | null> {
    for (let attempt = 0; !this.#isGone(doc); attempt += 1) {
      const answer = await this.#options.ids.take(this.#options.document);
      if (answer.ok) return answer.clientId;
      if (!errors[answer.code].retry) {
        // Somebody who is just being raised from observer is told by their new documents.
        if (answer.code !== 'not-yours-to-do') this.#options.onRefusal(answer.code);
        return null;
      }
      this.#leave({ at: 'unnamed', refused: answer.code });
      await this.#pause(retryDelayMs(attempt, this.#options.random()));
    }
    return null;
  }

  #connect(doc: Y.Doc, named: boolean): void {
    const { room, document, asObserver, socketOrigin, random } = this.#options;
    const proof = new SavedProof(doc);
    const link = new DocumentLink(
      { origin: socketOrigin, room, document, asObserver },
      doc,
      proof,
      {
        changed: () => this.#changed.tell(),
        synced: () => void this.#synced(doc),
        ended: (close) => this.#refused(errorOfClose(close) ?? 'internal'),
      },
      { random },
    );
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (link.isSource(transaction.origin)) return;
      proof.noteDeletes(transaction.deleteSet);
      this.#changed.tell();
    });
    this.#leave({ at: 'linked', link, proof, named });
  }

  async #synced(doc: Y.Doc): Promise<void> {
    const { ids, document, asObserver } = this.#options;
    this.#isLoaded = true;
    this.#refusedCopies.lookThroughMemory(doc);
    this.#changed.tell();
    if (asObserver) return;
    await this.#refusedCopies.lookThroughStored(doc, () => this.#isGone(doc));
    await ids.reserve(document);
  }

  #refused(code: ErrorCode): void {
    this.#refusals += 1;
    const isOver = !refusedWords.has(code) || this.#options.asObserver || this.#refusals > mostRefusals;
    if (isOver) this.#leave({ at: 'ended' });
    else this.#startAfresh();
    this.#options.onRefusal(code);
  }

  #startAfresh(): void {
    this.#generation = this.#refusedCopies.setAside(this.#doc, this.#generation);
    this.#doc = new Y.Doc();
    this.#content = this.#options.contentOf(this.#doc);
    this.#isLoaded = false;
    this.#leave({ at: 'loading' });
    void this.#copy?.close();
    this.#copy = null;
    this.#swapped.tell();
    void this.#open(this.#doc);
  }

  #leave(next: Phase): void {
    if (this.#phase.at === 'linked') this.#phase.link.destroy();
    if (this.#phase.at !== 'ended') this.#phase = next;
    this.#wake();
    this.#changed.tell();
  }

  #isGone(doc: Y.Doc): boolean {
    return this.#phase.at === 'ended' || doc !== this.#doc;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
