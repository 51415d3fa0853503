import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textField, type Splice, type TextField } from '../../../src/domain/yjs/text-field.ts';
import { exchange, twoDocuments } from '../../support/two-documents.ts';

const mine = { tab: 'mine' };

function fieldOf(doc: Y.Doc, words = ''): TextField {
  const text = doc.getText('words');
  if (words !== '') text.insert(0, words);
  return textField(text, mine);
}

/** Replays splices on a string, as an editor does on its textarea. */
function replay(text: string, splices: readonly Splice[]): string {
  return splices.reduce(
    (now, { index, remove, insert }) => now.slice(0, index) + insert + now.slice(index + remove),
    text,
  );
}

describe('a text field', () => {
  it('replaces a range by what was typed', () => {
    const field = fieldOf(new Y.Doc(), 'Ship the fax');
    field.splice(9, 3, 'fix');
    expect(field.read()).toBe('Ship the fix');
  });

  it('clamps ranges that reach outside the text', () => {
    const field = fieldOf(new Y.Doc(), 'abc');
    field.splice(-5, 1, 'x');
    field.splice(99, 7, 'y');
    field.splice(2, 99, '');
    expect(field.read()).toBe('xb');
  });

  it('says nothing when nothing changes', () => {
    const doc = new Y.Doc();
    const field = fieldOf(doc, 'abc');
    let updates = 0;
    doc.on('update', () => updates++);
    field.splice(1, 0, '');
    expect(updates).toBe(0);
  });

  it('tells the other side what to change, and both read the same', () => {
    const { one, other, sync } = twoDocuments();
    const here = fieldOf(one, 'Who owns this?');
    sync();
    const there = fieldOf(other);
    let shown = there.read();
    there.onSplice((splices, remote) => {
      expect(remote).toBe(true);
      shown = replay(shown, splices);
    });

    one.transact(() => {
      here.splice(0, 3, 'Nobody');
      here.splice(here.read().length - 1, 1, '.');
    });
    sync();

    expect(shown).toBe('Nobody owns this.');
    expect(there.read()).toBe(shown);
  });

  it('tells its own edits apart from those of others', () => {
    const doc = new Y.Doc();
    const field = fieldOf(doc, 'abc');
    const heard: boolean[] = [];
    field.onSplice((_, remote) => heard.push(remote));
    field.splice(0, 0, 'x');
    textField(doc.getText('words'), { tab: 'theirs' }).splice(0, 0, 'y');
    expect(heard).toEqual([false, true]);
  });

  it('falls silent once stopped', () => {
    const field = fieldOf(new Y.Doc(), 'abc');
    let heard = 0;
    const stop = field.onSplice(() => heard++);
    stop();
    field.splice(0, 0, 'x');
    expect(heard).toBe(0);
  });

  it('keeps what two people type into one text at once', () => {
    const { one, other, sync } = twoDocuments();
    const here = fieldOf(one, 'alerts');
    sync();
    const there = fieldOf(other);
    here.splice(0, 0, 'Fewer ');
    there.splice(6, 0, ' at night');
    sync();
    expect(here.read()).toBe('Fewer alerts at night');
    expect(there.read()).toBe(here.read());
  });
});

describe('characters outside the basic plane', () => {
  /** What a minimal diff between two such characters yields: they share their first half. */
  it('change as a whole when only their second half differs', () => {
    const { one, other, sync } = twoDocuments();
    const field = fieldOf(one, 'a😀b');
    field.splice(2, 1, '😁'.slice(1));
    sync();
    expect(field.read()).toBe('a😁b');
    expect(fieldOf(other).read()).toBe('a😁b');
  });

  it('change as a whole when only their first half differs', () => {
    const [before, after] = ['\u{1f600}', '\u{10e00}'];
    expect(before[1]).toBe(after[1]);
    const { one, other, sync } = twoDocuments();
    const field = fieldOf(one, `a${before}b`);
    field.splice(1, 1, after.slice(0, 1));
    sync();
    expect(field.read()).toBe(`a${after}b`);
    expect(fieldOf(other).read()).toBe(`a${after}b`);
  });

  it('are not torn by something typed between their halves', () => {
    const { one, other, sync } = twoDocuments();
    const field = fieldOf(one, 'a😀b');
    field.splice(2, 0, 'x');
    sync();
    expect(field.read()).toBe('ax😀b');
    expect(fieldOf(other).read()).toBe('ax😀b');
  });

  it.each([
    ['deleted from the left', 1, 1],
    ['deleted from the right', 2, 1],
    ['deleted across', 0, 2],
  ])('never differ between two documents when %s', (_, index, remove) => {
    const { one, other, sync } = twoDocuments();
    const field = fieldOf(one, 'a😀b');
    field.splice(index, remove, '');
    sync();
    expect(fieldOf(other).read()).toBe(field.read());
    expect(field.read().isWellFormed()).toBe(true);
  });

  it('read the same on both sides after every splice of a random editor', () => {
    const { one, other } = twoDocuments();
    const field = fieldOf(one);
    const there = fieldOf(other);
    let shown = '';
    there.onSplice((splices) => (shown = replay(shown, splices)));
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let step = 0; step < 500; step++) {
      const length = field.read().length;
      field.splice(random(length + 1), random(4), ['😀', 'ab', '👩‍🚒', '\ud83d', ''][random(5)] ?? '');
      exchange(one, other);
      expect(there.read()).toBe(field.read());
      expect(shown).toBe(field.read());
    }
  });
});
