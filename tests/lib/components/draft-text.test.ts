/** How a field of the agenda builder sends what is typed. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftText } from '../../../src/lib/components/agenda/builder/draft-text.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function field(
  isAllowed: (words: string) => boolean = () => true,
  complete: (words: string) => string = (typed) => typed,
) {
  const state = {
    ...{ given: 'Wins', isTaken: true, isCutOff: false },
    ...{ sent: [] as string[], clashes: [] as string[] },
  };
  const draft = new DraftText({
    given: () => state.given,
    isAllowed,
    complete,
    isCutOff: () => state.isCutOff,
    clash: (typed) => state.clashes.push(typed),
    send: (typed) => {
      state.sent.push(typed);
      if (state.isTaken) state.given = typed.trim();
      return Promise.resolve(state.isTaken);
    },
  });
  return { state, draft };
}

describe('words that are typed', () => {
  test('go out a moment after the last key, as one', async () => {
    const { state, draft } = field();
    for (const typed of ['T', 'Th', 'Thanks ']) draft.type(typed);
    await vi.advanceTimersByTimeAsync(500);
    expect(state.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect([state.sent, draft.words]).toEqual([['Thanks '], 'Thanks ']);
    await draft.leave();
    expect([state.sent.length, draft.words]).toEqual([1, 'Thanks']);
  });

  test('go out at once when the field is left, and nothing where something is needed is given up', async () => {
    const { state, draft } = field((typed) => typed.trim() !== '');
    draft.type('Thanks');
    await draft.leave();
    expect(state.sent).toEqual(['Thanks']);
    draft.type(' ');
    expect(draft.isRefused).toBe(true);
    await draft.leave();
    expect([state.sent.length, draft.words, draft.isRefused]).toEqual([1, 'Thanks', false]);
  });

  test('go out once more when the field goes', async () => {
    const { state, draft } = field();
    draft.type('Thanks');
    await vi.advanceTimersByTimeAsync(800);
    draft.type('Thanks, all');
    draft.close();
    await vi.advanceTimersByTimeAsync(2000);
    expect(state.sent).toEqual(['Thanks', 'Thanks, all']);
  });

  test('that are on their way when the field goes are not sent twice, nor is anything asked of what was around it', async () => {
    const sent: string[] = [];
    const given = vi.fn(() => 'Wins');
    let arrive: (isTaken: boolean) => void = () => {};
    const send = (typed: string) => (sent.push(typed), new Promise<boolean>((resolve) => (arrive = resolve)));
    const draft = new DraftText({ given, isAllowed: () => true, send });
    draft.type('Thanks');
    await vi.advanceTimersByTimeAsync(800);
    const left = draft.leave();
    draft.close();
    given.mockClear();
    arrive(true);
    await left;
    expect(given).not.toHaveBeenCalled();
    expect(sent).toEqual(['Thanks']);
  });

  test('that may not be sent stay when the field is left, until they are mended', async () => {
    const { state, draft } = field((typed) => !typed.includes('!'));
    draft.type('Thanks!');
    await draft.leave();
    expect([state.sent, draft.words, draft.isRefused]).toEqual([[], 'Thanks!', true]);
    draft.type('Thanks');
    await draft.leave();
    expect([state.sent, draft.words, draft.isRefused]).toEqual([['Thanks'], 'Thanks', false]);
  });

  test('are completed when the field is left, and not before', async () => {
    const isWhole = (typed: string) => typed.startsWith('https://');
    const { state, draft } = field(isWhole, (typed) => `https://${typed}`);
    draft.type('a.example');
    await vi.advanceTimersByTimeAsync(1000);
    expect([state.sent, draft.words]).toEqual([[], 'a.example']);
    await draft.leave();
    expect([state.sent, draft.words]).toEqual([['https://a.example'], 'https://a.example']);
  });

  test('stay when somebody else writes there, and neither goes out nor is given up until one is chosen', async () => {
    const { state, draft } = field();
    draft.type('Thanks');
    expect(draft.theirs).toBeNull();
    state.given = 'Praise';
    await vi.advanceTimersByTimeAsync(2000);
    await draft.leave();
    expect([draft.words, draft.theirs, draft.isUnsent]).toEqual(['Thanks', 'Praise', true]);
    await draft.keepMine();
    expect([state.sent, draft.words, draft.theirs]).toEqual([['Thanks'], 'Thanks', null]);
    draft.type('Thanks, all');
    state.given = 'Praise';
    draft.takeTheirs();
    await draft.leave();
    expect([state.sent.length, draft.words, draft.theirs]).toEqual([1, 'Praise', null]);
  });

  test('that were sent already take back nothing that somebody else wrote since, whether the field is left or goes', async () => {
    const { state, draft } = field();
    draft.type('One');
    await vi.advanceTimersByTimeAsync(800);
    state.given = 'Two, better';
    expect(draft.theirs).toBe('Two, better');
    await draft.leave();
    expect([state.sent, draft.words, draft.theirs]).toEqual([['One'], 'Two, better', null]);
    draft.type('Three');
    await vi.advanceTimersByTimeAsync(800);
    state.given = 'Four';
    draft.close();
    expect(state.sent).toEqual(['One', 'Three']);
  });

  test('that stand against somebody else’s when the field goes are handed over, not sent', () => {
    const { state, draft } = field();
    draft.type('Thanks');
    state.given = 'Praise';
    draft.close();
    expect([state.sent, state.clashes]).toEqual([[], ['Thanks']]);
  });

  test('stay without a connection, and go out when it is back', async () => {
    const { state, draft } = field();
    state.isCutOff = true;
    draft.type('Thanks');
    await draft.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state.sent, draft.words, draft.isUnsent]).toEqual([[], 'Thanks', true]);
    state.isCutOff = false;
    await draft.goOn();
    expect([state.sent, draft.words, draft.isUnsent]).toEqual([['Thanks'], 'Thanks', false]);
    state.given = 'Praise';
    expect(draft.words).toBe('Praise');
  });

  test('that were refused or not answered stay when the field is left', async () => {
    const { state, draft } = field();
    state.isTaken = false;
    draft.type('Thanks');
    await draft.leave();
    expect([state.sent, draft.words, draft.isUnsent]).toEqual([['Thanks'], 'Thanks', true]);
  });

  test('of nobody else are shown while one’s own are on their way', async () => {
    const { state, draft } = field();
    draft.type('Thanks');
    await vi.advanceTimersByTimeAsync(800);
    draft.type('Thanks, all');
    expect([state.given, draft.theirs]).toEqual(['Thanks', null]);
  });
});
