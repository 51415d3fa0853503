import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Desk, emptied } from '../../../src/domain/desk/desk.ts';
import { receiptHash, tendDesk } from '../../../src/lib/room/desk-tending.ts';
import { fingerprint } from '../../../src/lib/room/fingerprint.ts';
import type { KeptDraft } from '../../../src/lib/room/kept-desk.ts';
import { Receipts } from '../../../src/lib/room/receipts.ts';
import { memoryDevice } from './memory-device.ts';

/** An author's desk with one draft, and the server's hand on it. */
function author({ full = false, deviceCloses = false } = {}) {
  const doc = new Y.Doc();
  const desk = new Desk(doc, 'own');
  const server = new Desk(doc, 'server');
  const device = memoryDevice({ full });
  let byte = 0;
  const receipts = new Receipts('room', device, (bytes) => bytes.fill((byte += 1)));
  const add = (id: string, text: string) =>
    desk.addDraft(id, {
      segment: 'gather',
      lens: 'user',
      prompt: '',
      text,
      receipt: receiptHash(receipts, id),
      released: false,
      late: false,
    });
  const drafts = () => new Map(desk.readDrafts().map((draft) => [draft.id, draft]));
  const publish = (id: string, note: string) =>
    server.markPublished(id, note, fingerprint(drafts().get(id)!.text));
  const late = () => desk.readDrafts().filter((draft) => draft.late);
  const kept: KeptDraft[] = [];
  const keep = async (draft: KeptDraft) => {
    if (!deviceCloses) kept.push(draft);
    return !deviceCloses;
  };
  return {
    doc,
    desk,
    server,
    device,
    receipts,
    add,
    drafts,
    publish,
    late,
    kept,
    tend: () => tendDesk(desk, receipts, keep),
  };
}

describe('a published draft', () => {
  test('hands its receipt on to the note, and only then lets the server forget the link', () => {
    const { add, publish, tend, receipts, drafts } = author();
    add('d1', 'words');
    const hash = drafts().get('d1')!.receipt;
    tend();
    expect(drafts().get('d1')!.kept).toBe(false);
    publish('d1', 'n1');
    tend();
    expect(fingerprint(receipts.ofNote('n1')!)).toBe(hash);
    expect(drafts().get('d1')!.kept).toBe(true);
  });

  test('stays marked where this browser does not have the receipt, or could not store it', () => {
    const { desk, server, tend, drafts, add, publish } = author({ full: true });
    add('d1', 'words');
    publish('d1', 'n1');
    desk.addDraft('d2', {
      segment: 'g',
      lens: '',
      prompt: '',
      text: 'x',
      receipt: 'f'.repeat(64),
      released: false,
      late: false,
    });
    server.markPublished('d2', 'n2', fingerprint('x'));
    tend();
    expect(drafts().get('d1')!.kept).toBe(false);
    expect(drafts().get('d2')!.kept).toBe(false);
  });

  test('once emptied leaves no receipt under its own name', () => {
    const { add, publish, tend, server, device } = author();
    add('d1', 'words');
    publish('d1', 'n1');
    tend();
    server.emptyDraft('d1', 'erase');
    tend();
    expect([...device.stored.keys()]).toEqual(['hearth:room:receipt:note:n1']);
  });

  test('with exactly the published words makes no late draft', () => {
    const { add, publish, tend, late } = author();
    add('d1', 'words');
    publish('d1', 'n1');
    tend();
    expect(late()).toEqual([]);
  });
});

describe('[NOTE-4] words newer than the reveal', () => {
  test('become a late draft in the same place, and leave the published one', () => {
    const { add, publish, tend, desk, late, drafts } = author();
    add('d1', 'words');
    publish('d1', 'n1');
    desk.textOf('d1')!.splice(5, 0, ' and more');
    tend();
    expect(late()).toMatchObject([
      { text: 'words and more', segment: 'gather', lens: 'user', published: null },
    ]);
    expect(late()[0]!.receipt).toMatch(/^[0-9a-f]{64}$/);
    expect(drafts().get('d1')!.text).toBe('');
    tend();
    expect(late()).toHaveLength(1);
  });

  test('are found in an emptied draft too, where an offline edit arrived after', () => {
    const { add, publish, tend, desk, server, late, drafts } = author();
    add('d1', 'words');
    publish('d1', 'n1');
    server.emptyDraft('d1', 'erase');
    desk.textOf('d1')!.splice(0, 0, 'offline words');
    tend();
    expect(drafts().get('d1')!.published).toBe(emptied);
    expect(late()).toMatchObject([{ text: 'offline words' }]);
  });

  test('found by two tabs at once make one draft', () => {
    const { add, publish, desk, doc, device } = author();
    add('d1', 'words');
    publish('d1', 'n1');
    desk.textOf('d1')!.splice(5, 0, ' and more');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const tabs = [doc, other].map((tab) => new Desk(tab, 'own'));
    for (const tab of tabs) {
      tendDesk(tab, new Receipts('room', device, (bytes) => bytes.fill(9)), async () => false);
    }
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(desk.readDrafts().filter(({ late }) => late)).toHaveLength(1);
  });

  test.each([
    [false, ['words and more'], ''],
    [true, [], 'words and more'],
  ])(
    'go to the device where the desk is full, and leave the desk only then (page gone: %s)',
    async (...told) => {
      const [deviceCloses, onDevice, onDesk] = told;
      const { add, publish, tend, desk, late, drafts, kept } = author({ deviceCloses });
      add('d1', 'words');
      publish('d1', 'n1');
      desk.textOf('d1')!.splice(5, 0, ' and more');
      for (let more = 1; !desk.isFull; more += 1) add(`more${more}`, 'filler');
      tend();
      await Promise.resolve();
      await Promise.resolve();
      expect(kept.map(({ text }) => text)).toEqual(onDevice);
      expect(late()).toEqual([]);
      expect(drafts().get('d1')!.text).toBe(onDesk);
    },
  );
});
