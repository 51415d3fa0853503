import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { LiveList } from '../../../src/lib/room/live-list.ts';
import { Listeners } from '../../../src/lib/room/listeners.ts';

interface Item {
  readonly id: string;
  readonly words: string;
}

/** Something outside Svelte that changes by itself, such as a shared document. */
function outside() {
  const state = { items: [] as Item[], reads: 0, listening: 0 };
  const changed = new Listeners();
  const list = new LiveList<Item>(
    () => {
      state.reads += 1;
      return state.items.map((item) => ({ ...item }));
    },
    (listener) => {
      state.listening += 1;
      const stop = changed.add(listener);
      return () => {
        state.listening -= 1;
        stop();
      };
    },
  );
  const change = (items: Item[]) => {
    state.items = items;
    changed.tell();
  };
  const look = () => {
    expect(list.current).toEqual(state.items);
  };
  return { state, list, change, look };
}

describe('a live list', () => {
  test('redraws its readers when it changes, and keeps the objects of what did not', () => {
    const { list, change } = outside();
    const seen: (readonly Item[])[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(list.current);
      });
    });
    flushSync();
    change([
      { id: 'a', words: 'one' },
      { id: 'b', words: 'two' },
    ]);
    flushSync();
    change([
      { id: 'a', words: 'one' },
      { id: 'b', words: 'changed' },
    ]);
    flushSync();
    expect(seen.map((items) => items.length)).toEqual([0, 2, 2]);
    expect(seen[2]?.[0]).toBe(seen[1]?.[0]);
    expect(seen[2]?.[1]).not.toBe(seen[1]?.[1]);
    stop();
  });

  test('reads once per change, however many look', () => {
    const { state, look } = outside();
    const stop = $effect.root(() => {
      for (let reader = 0; reader < 5; reader += 1) $effect(look);
    });
    flushSync();
    expect(state.reads).toBe(1);
    expect(state.listening).toBe(1);
    stop();
  });

  test('is true without a reader that listens, and stops listening when the last one goes', async () => {
    const { state, list, change, look } = outside();
    const stop = $effect.root(() => {
      $effect(look);
    });
    flushSync();
    stop();
    await Promise.resolve();
    expect(state.listening).toBe(0);
    change([{ id: 'a', words: 'later' }]);
    expect(list.current).toEqual([{ id: 'a', words: 'later' }]);
  });

  test('reads anew where what it is read from is another, though nothing told of it', () => {
    let from = [{ id: 'a', words: 'one' }];
    const list = new LiveList<Item>(
      () => from,
      () => () => {},
      () => from,
    );
    const stop = $effect.root(() => {
      $effect(() => {
        expect(list.current).toHaveLength(1);
      });
    });
    flushSync();
    from = [{ id: 'b', words: 'two' }];
    expect(list.current.map(({ id }) => id)).toEqual(['b']);
    stop();
  });
});
