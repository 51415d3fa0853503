import { describe, expect, test } from 'vitest';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import type { SeatInfo, StageState } from '../../../src/domain/stage/state.ts';
import { SeatView } from '../../../src/lib/room/seat-view.svelte.ts';

const answer = { seat: 'ada', name: 'Ada', role: 'participant', keptUntil: 5_000 } as const;

function staged(shown: Partial<SeatInfo>): StageState {
  const info: SeatInfo = { name: 'Ada', role: 'participant', standing: 'in', hasLed: false, acting: false };
  return { ...initialStage(), seats: { ada: { ...info, ...shown } } };
}

function seat({ watching = false, stage = null as StageState | null } = {}) {
  const view = new SeatView(watching, () => stage);
  view.tell(answer);
  return view;
}

describe('one’s own seat', () => {
  test('is nobody’s until the server or the device has said whose it is', () => {
    const { me, role, keptUntil, stands } = new SeatView(false, () => null);
    expect({ me, role, keptUntil, stands }).toEqual({ me: null, role: null, keptUntil: null, stands: false });
  });

  test('is as it was answered before there is a stage, or where the stage does not know it yet', () => {
    expect(seat()).toMatchObject({ me: answer, role: 'participant', keptUntil: 5_000, stands: true });
    expect(seat({ stage: initialStage() })).toMatchObject({ me: answer, stands: true });
  });

  test('has the name and the role that the stage gives it since', () => {
    const raised = seat({ stage: staged({ name: 'Ada L.', role: 'facilitator' }) });
    expect(raised.me).toEqual({ seat: 'ada', name: 'Ada L.', role: 'facilitator' });
    expect(raised.role).toBe('facilitator');
  });

  test('only reads where it watches', () => {
    expect(seat({ watching: true }).role).toBe('observer');
    expect(seat({ watching: true }).me?.role).toBe('participant');
  });

  test('stands no more once the stage says that it was removed', () => {
    expect(seat({ stage: staged({ standing: 'removed' }) }).stands).toBe(false);
  });
});
