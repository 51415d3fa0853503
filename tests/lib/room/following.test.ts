import { describe, expect, test } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { Following } from '../../../src/lib/room/following.svelte.ts';

/** A person and a stage that moves. */
function person(first: string | null = 'wins') {
  const state = { typing: false, stage: null as StageState | null, told: [] as (string | null)[] };
  const following = new Following({
    stage: () => state.stage,
    isTyping: () => state.typing,
    tell: (segment) => state.told.push(segment),
  });
  let at = 0;
  const segments = ['wins', 'gather', 'discuss', 'close'].map((id) => ({ id }));
  const move = (change: Partial<Pick<StageState, 'current' | 'brought' | 'segments' | 'phase'>>) => {
    const before = state.stage;
    state.stage = { current: null, brought: null, segments, ...before, ...change } as StageState;
    following.stageMoved(before, state.stage);
  };
  const bring = (segment: string) => move({ brought: { at: (at += 1), segment } });
  move({ current: first });
  return { state, following, move, bring };
}

describe('following the stage', () => {
  test('people go with the stage until they look elsewhere', () => {
    const { following, move } = person();
    move({ current: 'gather' });
    expect(following).toMatchObject({ segment: 'gather', away: false });
    following.lookAt('close');
    move({ current: 'discuss' });
    expect(following).toMatchObject({ segment: 'close', away: true });
    following.follow();
    expect(following).toMatchObject({ segment: 'discuss', away: false });
  });

  test('whoever looks at a part that is taken off the agenda is with the stage again', () => {
    const { state, following, move } = person();
    following.lookAt('close');
    move({ segments: state.stage?.segments.slice(0, 3) ?? [] });
    expect(following).toMatchObject({ segment: 'wins', away: false });
    expect(state.told).toEqual(['close', null]);
  });

  test('nobody is dragged out of a half-typed sentence', () => {
    const { state, following, move } = person();
    state.typing = true;
    move({ current: 'gather' });
    expect(following).toMatchObject({ segment: 'wins', away: true });
    state.typing = false;
    move({ current: 'discuss' });
    expect(following.segment).toBe('wins');
  });

  test('whoever was held back by typing follows again when they have finished, and not before', () => {
    const { state, following, move } = person();
    state.typing = true;
    move({ current: 'gather' });
    following.rest();
    expect(following.segment).toBe('wins');
    state.typing = false;
    following.rest();
    expect(following).toMatchObject({ segment: 'gather', away: false });
  });

  test('nor out of the lobby, which stays as it was until they have finished', () => {
    const { state, following, move, bring } = person(null);
    const before = state.stage;
    state.typing = true;
    move({ current: 'wins' });
    expect(following).toMatchObject({ segment: null, away: true, lobby: before });
    move({ current: 'gather' });
    bring('gather');
    expect(following).toMatchObject({ segment: null, called: true, lobby: before });
    state.typing = false;
    following.rest();
    expect(following).toMatchObject({ segment: 'gather', away: false, called: false, lobby: null });
  });

  test('whoever waits in the lobby without typing comes in with the stage', () => {
    const { following, move } = person(null);
    move({ current: 'wins' });
    expect(following).toMatchObject({ segment: 'wins', away: false, lobby: null });
  });

  test('the lobby holds nobody back from a room that is closed', () => {
    const { state, following, move } = person(null);
    state.typing = true;
    move({ current: 'wins' });
    move({ phase: 'closed' });
    expect(following).toMatchObject({ segment: 'wins', away: false, lobby: null });
  });

  test('whoever looked elsewhere on purpose stays there, whether they type or not', () => {
    const { following } = person();
    following.lookAt('close');
    following.rest();
    expect(following).toMatchObject({ segment: 'close', away: true });
  });

  test('bringing everyone moves those who stayed behind typing and have stopped', () => {
    const { state, following, move, bring } = person();
    state.typing = true;
    move({ current: 'gather' });
    state.typing = false;
    bring('gather');
    expect(following).toMatchObject({ segment: 'gather', away: false, called: false });
  });

  test('bringing everyone shows a button to those who type or look elsewhere', () => {
    const typing = person();
    typing.state.typing = true;
    typing.move({ current: 'gather' });
    typing.bring('gather');
    expect(typing.following).toMatchObject({ segment: 'wins', called: true });
    const elsewhere = person();
    elsewhere.following.lookAt('close');
    elsewhere.bring('wins');
    expect(elsewhere.following).toMatchObject({ segment: 'close', called: true });
    elsewhere.following.follow();
    expect(elsewhere.following).toMatchObject({ segment: 'wins', called: false });
  });

  test('when the stage comes to where somebody looks, they follow again', () => {
    const { state, following, move } = person();
    following.lookAt('gather');
    move({ current: 'gather' });
    expect(following.away).toBe(false);
    expect(state.told).toEqual(['gather', null]);
  });

  test('looking at the stage itself is following', () => {
    const { following } = person();
    following.lookAt('wins');
    expect(following.away).toBe(false);
  });
});
