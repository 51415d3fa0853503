import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../../src/domain/board/action.ts';
import { Beginning, restMs } from '../../../src/lib/components/decide/beginning.svelte.ts';

const texts = { check: '', toSelf: '', toTeammate: '' };
const empty: Action = {
  id: 'a',
  title: '',
  owner: null,
  due: null,
  outcome: null,
  ...texts,
  aim: null,
  order: 0,
};

/** As a screen shows it from this moment on. */
function shown(first: Action) {
  let action = $state.raw(first);
  let beginning: Beginning | null = null;
  const stop = $effect.root(() => {
    beginning = new Beginning(() => action);
  });
  flushSync();
  return {
    stop,
    isBegun: () => beginning?.isBegun,
    change(change: Partial<Action>) {
      action = { ...action, ...change };
      flushSync();
    },
  };
}

describe('an action that somebody has only begun', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is let be while it is empty, and until its first words rest', () => {
    const entry = shown(empty);
    vi.advanceTimersByTime(restMs * 10);
    expect(entry.isBegun()).toBe(true);
    for (const title of ['Re', 'Rewrite', 'Rewrite alert rules']) {
      entry.change({ title });
      vi.advanceTimersByTime(restMs - 1);
      expect(entry.isBegun()).toBe(true);
    }
    vi.advanceTimersByTime(1);
    expect(entry.isBegun()).toBe(false);
    entry.change({ title: 'Rewrite all alert rules' });
    expect(entry.isBegun()).toBe(false);
    entry.stop();
  });

  test('is none where it was there before, and is one again where all is taken out of it', () => {
    const entry = shown({ ...empty, title: 'Rewrite alert rules' });
    expect(entry.isBegun()).toBe(false);
    entry.change({ title: ' ' });
    expect(entry.isBegun()).toBe(true);
    entry.stop();
  });
});
