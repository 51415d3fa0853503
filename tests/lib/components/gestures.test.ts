import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { needingMinute } from '../../../src/lib/components/gestures/needing-minute.ts';
import { SpokenReactions } from '../../../src/lib/components/gestures/spoken-reactions.ts';
import { GesturesView } from '../../../src/lib/room/gestures-view.svelte.ts';
import { gestures as words } from '../../../src/lib/text/gestures.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reactions', () => {
  test('are shown for a few seconds, and each stays as long as the one before', () => {
    const view = new GesturesView(() => null);
    const shown = () => view.reactions.map(({ reaction, count }) => `${reaction} ${count}`);
    view.hear([{ reaction: 'clap', count: 2 }]);
    vi.advanceTimersByTime(2_000);
    view.hear([{ reaction: 'heart', count: 1 }]);
    expect(shown()).toEqual(['clap 2', 'heart 1']);
    vi.advanceTimersByTime(2_000);
    expect(shown()).toEqual(['heart 1']);
    vi.advanceTimersByTime(2_000);
    expect(shown()).toEqual([]);
  });

  test('go to the server, and nowhere while there is no connection', () => {
    const sent: string[] = [];
    const wire = {
      react: (reaction: string) => sent.push(reaction),
      setMinute: () => undefined,
      seeMinute: () => undefined,
    };
    new GesturesView(() => null).react('clap');
    new GesturesView(() => wire).react('think');
    expect(sent).toEqual(['think']);
  });
});

describe('reactions read out', () => {
  test('are said at once, and then at most every ten seconds with all that came since', () => {
    const said: string[] = [];
    const spoken = new SpokenReactions((sentence) => said.push(sentence));
    spoken.hear([{ reaction: 'clap', count: 2 }]);
    expect(said).toEqual([words.spoken([words.count('clap', 2)])]);
    for (let times = 0; times < 9; times += 1) {
      vi.advanceTimersByTime(1_000);
      spoken.hear([
        { reaction: 'heart', count: 1 },
        { reaction: 'clap', count: 1 },
      ]);
    }
    expect(said).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(said.slice(1)).toEqual([words.spoken([words.count('clap', 9), words.count('heart', 9)])]);
    vi.advanceTimersByTime(60_000);
    expect(said).toHaveLength(2);
    spoken.hear([{ reaction: 'laugh', count: 1 }]);
    expect(said).toHaveLength(3);
    spoken.stop();
  });
});

describe('who needs a minute', () => {
  test('is named to whoever was told, and called somebody where there is no name', () => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    const { stage } = meeting;
    const seat = (id: string, needsMinute: boolean) => ({
      ...{ seat: id, connected: true, ready: false, lookingAt: null, hand: null, holding: [] },
      needsMinute,
    });
    expect(needingMinute(stage, [seat('ana', true), seat('ben', false)])).toEqual([
      { seat: 'ana', name: 'ana' },
    ]);
    expect(needingMinute(stage, [seat('gone', true)])).toEqual([{ seat: 'gone', name: words.nobodyNamed }]);
  });
});
