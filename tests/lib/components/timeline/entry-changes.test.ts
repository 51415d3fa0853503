import { beforeEach, describe, expect, test } from 'vitest';
import { EntryChanges } from '../../../../src/lib/components/timeline/entry-changes.svelte.ts';
import { shownZone } from '../../../../src/lib/components/timeline/shown-zone.svelte.ts';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const source = 'https://ci.example.org/runs/7';

/** One entry, which changes as the board would. */
function editor() {
  const board = { id: 'x1', at: at('14:05'), what: 'Deploy', source: null as string | null };
  const changes = new EntryChanges(() => board, {
    setAt: (_, moment) => (board.at = moment),
    setSource: (_, link) => (board.source = link),
  });
  return { board, changes };
}

beforeEach(() => shownZone.show('utc'));

describe('changing an entry', () => {
  test('shows the entry until something is typed, whoever changes it', () => {
    const { board, changes } = editor();
    expect([changes.time, changes.link]).toEqual(['2026-11-20 14:05', '']);
    board.at = at('14:20');
    board.source = source;
    expect([changes.time, changes.link]).toEqual(['2026-11-20 14:20', source]);
  });

  test('writes nothing over what somebody else has changed meanwhile', () => {
    const { board, changes } = editor();
    board.at = at('14:20');
    board.source = source;
    expect(changes.take()).toBe(true);
    expect(board).toMatchObject({ at: at('14:20'), source });
  });

  test('takes a time of the same day, minutes after its own, and a link; empty is none', () => {
    const { board, changes } = editor();
    changes.time = '15:00';
    changes.link = ` ${source} `;
    expect(changes.take()).toBe(true);
    expect(board).toMatchObject({ at: at('15:00'), source });
    changes.time = '+5';
    changes.link = '';
    expect(changes.take()).toBe(true);
    expect(board).toMatchObject({ at: at('15:05'), source: null });
  });

  test('completes an address that is typed without its beginning, as a pre-read does', () => {
    const { board, changes } = editor();
    changes.link = 'grafana.example.org/d/1';
    expect(changes.take()).toBe(true);
    expect(board.source).toBe('https://grafana.example.org/d/1');
  });

  test('keeps what is no time or no link as it was typed, and takes the other', () => {
    const { board, changes } = editor();
    changes.time = 'noon';
    changes.link = source;
    expect(changes.take()).toBe(false);
    expect([changes.isTimeWrong, changes.isLinkWrong]).toEqual([true, false]);
    expect([changes.time, board.at, board.source]).toEqual(['noon', at('14:05'), source]);
    changes.time = '15:00';
    changes.link = 'javascript:alert(1)';
    expect(changes.take()).toBe(false);
    expect([changes.isTimeWrong, changes.isLinkWrong]).toEqual([false, true]);
    expect(board).toMatchObject({ at: at('15:00'), source });
  });

  test('gives up what was typed', () => {
    const { board, changes } = editor();
    changes.time = '15:00';
    changes.drop();
    expect(changes.take()).toBe(true);
    expect(board.at).toBe(at('14:05'));
  });
});
