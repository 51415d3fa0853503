import { afterEach, describe, expect, test } from 'vitest';
import type { StageCommand } from '#domain/stage/handle.ts';
import { SwapNews } from '$lib/components/gather/swap-news.ts';
import { hideToast, showToast, toasts } from '$lib/ui/toasts.svelte.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

afterEach(hideToast);

/** Ana has asked somebody who holds another lens, and hears what becomes of it. */
function asked() {
  const meeting = new Meeting();
  meeting.joinMany(7);
  meeting.goTo('gather');
  const news = new SwapNews();
  const by = (seat: string, command: StageCommand) => {
    const outcome = meeting.ask(command, { seat, role: 'participant' });
    if (!outcome.ok) throw new Error(outcome.code);
    news.look(meeting.stage, 'ana');
  };
  const others = Object.keys(meeting.held).filter((seat) => meeting.held[seat] !== meeting.held['ana']);
  const other = others.find((seat) => seat !== 'mara') ?? '';
  by('ana', { type: 'offerSwap', to: other });
  return { meeting, news, by, other };
}

describe('news of a swap', () => {
  test('stands while it is true, and goes with the lens', () => {
    const { by, other } = asked();
    by(other, { type: 'answerSwap', from: 'ana', accept: true });
    expect(toasts.current?.words).toContain(`${other} swapped with you.`);
    by(other, { type: 'passLens' });
    expect(toasts.current?.words).toContain(`${other} swapped with you.`);
    by('ana', { type: 'passLens' });
    expect(toasts.current).toBeNull();
  });

  test('goes with the round, and with the place that told it', () => {
    const over = asked();
    over.by(over.other, { type: 'answerSwap', from: 'ana', accept: true });
    over.meeting.do({ type: 'goNext' });
    over.news.look(over.meeting.stage, 'ana');
    expect(toasts.current).toBeNull();
    const left = asked();
    left.by(left.other, { type: 'answerSwap', from: 'ana', accept: true });
    left.news.close();
    expect(toasts.current).toBeNull();
  });

  test('takes nothing else away', () => {
    const { by, other } = asked();
    by(other, { type: 'answerSwap', from: 'ana', accept: true });
    showToast({ words: 'A later message' });
    by('ana', { type: 'passLens' });
    expect(toasts.current?.words).toBe('A later message');
  });

  test('also tells of a no, but not of what one has taken back oneself', () => {
    const declined = asked();
    declined.by(declined.other, { type: 'answerSwap', from: 'ana', accept: false });
    expect(toasts.current?.words).toBe(`${declined.other} did not swap.`);
    hideToast();
    const back = asked();
    back.news.forget();
    back.by('ana', { type: 'offerSwap', to: null });
    expect(toasts.current).toBeNull();
  });
});
