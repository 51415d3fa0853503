import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LinksView, type LinksOutcome } from '../../../src/lib/room/links-view.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const links = (secret: string): LinksOutcome => ({ ok: true, answer: { observer: `/j/abc#${secret}` } });
const refused = (code: 'unreachable' | 'no-seat'): LinksOutcome => ({ ok: false, code });

/** A server whose answers come when the test says so, in the order in which they were asked for. */
function asking() {
  const waiting: ((outcome: LinksOutcome) => void)[] = [];
  const fetch = vi.fn(() => new Promise<LinksOutcome>((resolve) => waiting.push(resolve)));
  const view = new LinksView(fetch, () => 0);
  const answer = async (outcome: LinksOutcome, which = 0) => {
    waiting.splice(which, 1)[0]?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { view, fetch, answer };
}

describe('the links that a page shows', () => {
  test('are asked for anew as soon as there may be others, and stay to be seen until they are here', async () => {
    const { view, answer } = asking();
    void view.ask();
    expect(view.outcome).toBeNull();
    await answer(links('before'));
    view.renew();
    expect(view.outcome).toEqual(links('before'));
    await answer(links('since'));
    expect(view.outcome).toEqual(links('since'));
  });

  test('are not asked for while no place shows any', () => {
    const { view, fetch } = asking();
    view.renew();
    expect(fetch).not.toHaveBeenCalled();
  });

  test('are never taken from an answer that was overtaken by a later one', async () => {
    const { view, answer } = asking();
    void view.ask();
    view.renew();
    await answer(links('since'), 1);
    await answer(links('before'));
    expect(view.outcome).toEqual(links('since'));
  });

  test('are given to whoever copies them only from the newest answer', async () => {
    const { view, answer } = asking();
    const copied = view.ask();
    view.renew();
    await answer(links('before'));
    await answer(links('since'));
    expect(await copied).toEqual(links('since'));
  });

  test('are asked for until there is an answer, and stay where a later one fails', async () => {
    const { view, fetch, answer } = asking();
    void view.ask();
    await answer(refused('unreachable'));
    expect(view.outcome).toEqual(refused('unreachable'));
    await vi.advanceTimersByTimeAsync(60_000);
    await answer(links('first'));
    view.renew();
    await answer(refused('unreachable'));
    expect(view.outcome).toEqual(links('first'));
    await vi.advanceTimersByTimeAsync(60_000);
    await answer(links('since'));
    expect(view.outcome).toEqual(links('since'));
    const asked = fetch.mock.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fetch).toHaveBeenCalledTimes(asked);
  });

  test('are not asked for again where the answer is final, or once the room is left', async () => {
    const { view, fetch, answer } = asking();
    void view.ask();
    await answer(refused('no-seat'));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    void view.ask();
    view.close();
    await answer(refused('unreachable'));
    view.renew();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
