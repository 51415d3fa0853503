import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Desk, emptied, type NewDraft } from '../../../src/domain/desk/desk.ts';
import { twoDocuments } from '../../support/two-documents.ts';

const draft: NewDraft = {
  segment: 's1',
  lens: 'oncall',
  prompt: '',
  text: 'Pager went off for a full disk',
  receipt: 'a'.repeat(64),
  released: false,
  late: false,
};
const hash = 'b'.repeat(64);

/** The author's device, the server's copy, and the moment they hear of each other. */
function authorAndServer() {
  const { one, other, sync } = twoDocuments();
  return { author: new Desk(one, { kind: 'own' }), server: new Desk(other, { kind: 'server' }), other, sync };
}

describe('a desk', () => {
  it('holds drafts as they were written, in that order', () => {
    const { author, server, sync } = authorAndServer();
    author.addDraft('z', draft);
    author.addDraft('a', { ...draft, lens: '', prompt: 'p1', text: 'second', receipt: '', released: true });
    sync();
    expect(server.readDrafts()).toEqual([
      { id: 'z', ...draft, order: 1, kept: false, published: null, note: null },
      {
        ...{ id: 'a', ...draft, lens: '', prompt: 'p1', text: 'second', receipt: '', released: true },
        ...{ order: 2, kept: false, published: null, note: null },
      },
    ]);
  });

  it('lets a draft change its words, its lens and its state', () => {
    const { author } = authorAndServer();
    author.addDraft('d1', draft);
    author.textOf('d1')?.splice(0, 5, 'Phone');
    author.moveDraft('d1', { lens: 'user' });
    author.releaseDraft('d1');
    expect(author.readDrafts()[0]).toMatchObject({
      text: 'Phone went off for a full disk',
      lens: 'user',
      released: true,
    });
  });

  it('keeps the words of a removed draft, so that undo brings them back', () => {
    const { author } = authorAndServer();
    author.addDraft('d1', draft);
    author.setRemoved('d1', true);
    expect(author.readDrafts()).toEqual([]);
    author.setRemoved('d1', false);
    expect(author.readDrafts()[0]?.text).toBe(draft.text);
  });

  it('merges what its owner typed on two devices', () => {
    const { author, server: phone, sync } = authorAndServer();
    author.addDraft('d1', { ...draft, text: 'slow builds' });
    sync();
    author.textOf('d1')?.splice(0, 0, 'Very ');
    phone.textOf('d1')?.splice(11, 0, ' again');
    sync();
    expect(author.readDrafts()[0]?.text).toBe('Very slow builds again');
    expect(phone.readDrafts()).toEqual(author.readDrafts());
  });
});

describe('a published draft', () => {
  it('is marked with its note and the hash of its words, which stay', () => {
    const { author, server, sync } = authorAndServer();
    author.addDraft('d1', draft);
    sync();
    server.markPublished('d1', 'n1', hash);
    sync();
    expect(author.readDrafts()[0]).toMatchObject({ note: 'n1', published: hash, text: draft.text });
  });

  it('is emptied without a trace of words, receipt or note', () => {
    const { author, server, other, sync } = authorAndServer();
    author.addDraft('d1', draft);
    sync();
    server.markPublished('d1', 'n1', hash);
    sync();
    author.keepDraft('d1');
    sync();
    server.emptyDraft('d1', 'erase');
    expect(server.readDrafts()[0]).toMatchObject({
      ...{ text: '', receipt: '', lens: '', note: null, published: emptied, kept: true },
    });
    const bytes = Buffer.from(Y.encodeStateAsUpdate(other)).toString('latin1');
    for (const trace of ['Pager', draft.receipt, hash, 'n1', 'oncall']) expect(bytes).not.toContain(trace);
  });

  it('keeps the words that its author typed elsewhere before hearing that it was emptied', () => {
    const { author, server, sync } = authorAndServer();
    author.addDraft('d1', draft);
    sync();
    author.textOf('d1')?.splice(draft.text.length, 0, ', twice');
    server.markPublished('d1', 'n1', hash);
    server.emptyDraft('d1', 'erase');
    sync();
    expect(author.readDrafts()[0]?.text).toBe(', twice');
    expect(author.readDrafts()[0]?.published).toBe(emptied);
  });

  it('stays unmarked where there is no such draft', () => {
    const { server } = authorAndServer();
    server.markPublished('nowhere', 'n1', hash);
    server.emptyDraft('nowhere', 'erase');
    expect(server.readDrafts()).toEqual([]);
  });

  it('tells listeners of marks as of words', () => {
    const { author, server, sync } = authorAndServer();
    author.addDraft('d1', draft);
    sync();
    let heard = 0;
    const stop = author.onChange(() => heard++);
    server.markPublished('d1', 'n1', hash);
    sync();
    expect(heard).toBe(1);
    stop();
    author.keepDraft('d1');
    expect(heard).toBe(1);
  });
});
