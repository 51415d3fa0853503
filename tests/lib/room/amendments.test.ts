import { describe, expect, test } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { Amendments } from '../../../src/lib/room/amendments.ts';
import type { MovableStage } from '../../../src/lib/room/moves.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';

type Titled = Pick<StageState, 'rev' | 'title'>;

/** A server that keeps a title, and a page that hears of a change when it is answered, or asks. */
function page(server: { real: Titled }, betweenTries = () => {}) {
  let state = server.real as StageState;
  const tries: Titled[] = [];
  const here: MovableStage = {
    get state() {
      return state;
    },
    refresh: async () => void (state = server.real as StageState),
    send: async (command: Command, expectedRev?: number): Promise<CommandAck> => {
      betweenTries();
      await Promise.resolve();
      if (expectedRev !== server.real.rev) return { ok: false, code: 'conflict' };
      const title = command.type === 'setAgenda' ? (command.title ?? '') : '';
      tries.push((server.real = { rev: server.real.rev + 1, title }));
      state = server.real as StageState;
      return { ok: true, rev: server.real.rev };
    },
  };
  return { here, tries, amendments: new Amendments() };
}

const adding = (word: string) => (stage: StageState) =>
  ({ type: 'setAgenda', title: `${stage.title} ${word}`, segments: [] }) as Command;

describe('a change that is worked out from what is there', () => {
  test('finds what the one before it on this page has done', async () => {
    const server = { real: { rev: 1, title: 'a' } };
    const { here, amendments } = page(server);
    const asked = ['b', 'c', 'd'].map((word) => amendments.ask(here, adding(word)));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect(server.real.title).toBe('a b c d');
  });

  test('is worked out anew where somebody else was faster, so that both are done', async () => {
    const server = { real: { rev: 1, title: 'a' } };
    const [one, other] = [page(server), page(server)];
    await Promise.all([
      one.amendments.ask(one.here, adding('b')),
      other.amendments.ask(other.here, adding('c')),
    ]);
    expect(server.real.title.split(' ').sort()).toEqual(['a', 'b', 'c']);
  });

  test('is refused where what it is about has gone, and where others are always faster', async () => {
    const server = { real: { rev: 1, title: 'a' } };
    const { here, amendments } = page(server);
    expect(await amendments.ask(here, () => null)).toEqual({ ok: false, code: 'conflict' });
    const busy = page(server, () => (server.real = { ...server.real, rev: server.real.rev + 1 }));
    expect(await busy.amendments.ask(busy.here, adding('b'))).toEqual({ ok: false, code: 'conflict' });
    expect(server.real.title).toBe('a');
  });
});
