/** Actions, outcomes and positions as the board reads them, complete unless told otherwise. */
import type { Action } from '../../../src/domain/board/board.ts';
import type { EarlierAction } from '../../../src/domain/board/earlier.ts';
import {
  outcomeTexts,
  type Outcome,
  type OutcomeText,
  type Position,
} from '../../../src/domain/board/topic.ts';
import { newDiscussion } from '../../../src/domain/stage/discussions.ts';
import { actionHash, positionHash } from '../../../src/domain/stage/given-words.ts';
import { openItems, type Promises, type WordsGiven } from '../../../src/domain/stage/open-items.ts';
import type { OpenItem } from '../../../src/domain/stage/state.ts';

export const ana = { kind: 'seat', seat: 'ana' } as const;
export const ops = { kind: 'name', name: 'Ops' } as const;

export function action(change: Partial<Action> = {}): Action {
  return {
    ...{ id: 'a1', title: 'Test the restore', owner: ana, due: '2026-12-04', outcome: null },
    ...{ check: '', toSelf: '', toTeammate: '', aim: null, order: 1 },
    ...change,
  };
}

export function outcome(change: Partial<Outcome> = {}): Outcome {
  const texts = Object.fromEntries(outcomeTexts.map((key) => [key, ''])) as Record<OutcomeText, string>;
  return {
    ...texts,
    ...{ id: 't1', topic: 't1', kind: null, owner: null, status: 'accepted', supersededBy: null, order: 1 },
    ...{ revisit: null, ends: null, reconvene: null, by: null },
    ...change,
  };
}

export function position(change: Partial<Position> = {}): Position {
  return { id: 'p1', outcome: 't1', holder: ana, text: 'We must ship', order: 1, ...change };
}

/** Kept, unless told otherwise. */
export function earlierAction(change: Partial<EarlierAction> = {}): EarlierAction {
  return {
    ...{ id: 'e1', title: 'Rotate the keys', owner: 'Ana', due: '2026-11-20', aim: null, order: 1 },
    ...{ fate: 'kept', movedTo: null, why: '' },
    ...change,
  };
}

/** Ana and Bo are in the room, and whoever is asked has given their word on what they read then. */
export function given(actions: readonly Action[] = [], positions: readonly Position[] = []): WordsGiven {
  const seat = (owner: Action['owner']) => (owner?.kind === 'seat' ? owner.seat : '');
  const seats = Object.fromEntries(
    ['ana', 'bo'].map((name) => [
      name,
      { name, role: 'participant' as const, standing: 'in' as const, hasLed: false, acting: false },
    ]),
  );
  return {
    segments: [],
    seats,
    consents: Object.fromEntries(
      actions.map((one) => [one.id, { seat: seat(one.owner), hash: actionHash(one) }]),
    ),
    confirmations: Object.fromEntries(
      positions.map((one) => [one.id, { seat: seat(one.holder), hash: positionHash(one) }]),
    ),
  };
}

/** Of a room in which these topics were talked about. */
export function openIn(
  board: Partial<Promises>,
  words: WordsGiven = given(board.actions),
  discussed: readonly string[] = [],
): OpenItem[] {
  const turns = discussed.map((topic) => ({ topic, budgetMs: 0, extensions: 0 }));
  const discussions = { discuss: { ...newDiscussion, turns } };
  const whole = { topics: [], outcomes: [], positions: [], actions: [], earlier: [], ...board };
  return openItems({ ...words, discussions }, whole);
}
