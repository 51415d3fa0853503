/** How topics leave, as a page shows and changes it, against a real server. */
import { describe, expect, test } from 'vitest';
import { isConfirmed, isTaken } from '../../../src/domain/stage/given-words.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { createRoom } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import { browser, serveBrowsers } from './served-room.ts';

serveBrowsers();

/** Ada's room, with one topic on the board. */
async function room(): Promise<{ page: RoomView; topic: string; me: { kind: 'seat'; seat: string } }> {
  const ada = await browser();
  const made = await createRoom({ title: 'Sprint 12', format: 'start-stop-continue', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const page = ada.open(made.answer.room);
  await eventually(() => {
    expect(page.mayWrite).toBe(true);
    expect(page.outcomes.headlines).toHaveLength(3);
  });
  const topic = page.topics.group([], 'The runbook')?.topic ?? '';
  return { page, topic, me: { kind: 'seat', seat: page.me?.seat ?? '' } };
}

const outcomeOf = (page: RoomView, id: string) => page.outcomes.all.find((outcome) => outcome.id === id);

describe('outcomes on a page', () => {
  test('each choice is taken back by one step, in one row with those of the rest of the board', async () => {
    const { page, topic, me } = await room();
    page.outcomes.setKind(topic, 'spike');
    page.outcomes.setDay(topic, 'reconvene', '2026-12-04');
    const action = page.board.addAction(topic);
    page.board.textOf('actions', action)?.splice(0, 0, 'Ask Kim');
    page.outcomes.setOwner(topic, me);
    page.outcomes.setKind(topic, 'decision');
    page.outcomes.setStatus(topic, 'superseded');
    expect(outcomeOf(page, topic)).toMatchObject({ kind: 'decision', status: 'superseded', owner: me });
    expect(page.board.actions).toMatchObject([{ title: 'Ask Kim', outcome: topic }]);
    page.board.undo(['outcomes']);
    expect(outcomeOf(page, topic)).toMatchObject({ status: 'accepted' });
    page.board.undo(['outcomes']);
    expect(outcomeOf(page, topic)).toMatchObject({ kind: 'spike', owner: me });
    page.board.undo(['outcomes']);
    // The action has words by now, so adding it is not what is taken back.
    page.board.undo(['outcomes']);
    expect(outcomeOf(page, topic)).toMatchObject({ kind: 'spike', owner: null, reconvene: null });
    expect(page.board.actions).toHaveLength(1);
    page.board.undo(['outcomes']);
    expect(outcomeOf(page, topic)).toMatchObject({ kind: null });
  });

  test('a topic that leaves by mistake is open again, and that is one step as well', async () => {
    const { page, topic } = await room();
    page.outcomes.setKind(topic, 'let-go');
    page.outcomes.textOf('outcomes', topic, 'why')?.splice(0, 0, 'It is rare');
    page.outcomes.setKind(topic, null);
    expect(outcomeOf(page, topic)).toMatchObject({ kind: null, why: 'It is rare' });
    page.board.undo(['outcomes']);
    expect(outcomeOf(page, topic)).toMatchObject({ kind: 'let-go', why: 'It is rare' });
  });

  test('what is as it was is no step, and neither is what stands nowhere', async () => {
    const { page, topic } = await room();
    page.outcomes.setKind(topic, 'decision');
    page.board.undo(['outcomes']);
    page.board.undo(['outcomes']);
    expect(page.board.canUndo(['outcomes'])).toBe(false);
    page.outcomes.setStatus(topic, 'accepted');
    page.outcomes.setDay(topic, 'by', null);
    page.outcomes.setOwner('nowhere', { kind: 'name', name: 'Kim' });
    page.outcomes.setHolder('nowhere', null);
    page.outcomes.remove('options', 'nowhere');
    expect(page.board.canUndo(['outcomes'])).toBe(false);
  });

  test('options and positions come and go, and come back with their words', async () => {
    const { page, topic, me } = await room();
    const option = page.outcomes.addOption(topic);
    const position = page.outcomes.addPosition(topic, me);
    page.outcomes.textOf('positions', position, 'text')?.splice(0, 0, 'Ship it');
    page.outcomes.remove('positions', position);
    expect(page.outcomes.positions).toEqual([]);
    page.board.undo(['outcomes']);
    expect(page.outcomes.positions).toMatchObject([{ id: position, text: 'Ship it', holder: me }]);
    page.outcomes.setHolder(position, null);
    page.board.undo(['outcomes']);
    expect(page.outcomes.positions).toMatchObject([{ holder: me }]);
    page.board.undo(['outcomes']);
    expect(page.outcomes.positions).toHaveLength(1);
    expect(page.outcomes.options.map(({ id }) => id)).toEqual([]);
    expect(page.outcomes.textOf('options', option, 'title')).not.toBeNull();
  });

  test('a text keeps its field while the lists around it change', async () => {
    const { page, topic } = await room();
    const field = page.outcomes.textOf('outcomes', topic, 'why');
    page.outcomes.setKind(topic, 'let-go');
    field?.splice(0, 0, 'It is rare');
    expect(page.outcomes.textOf('outcomes', topic, 'why')).toBe(field);
    expect(outcomeOf(page, topic)?.why).toBe('It is rare');
    expect(page.outcomes.textOf('outcomes', 'nowhere', 'why')).toBeNull();
  });
});

describe('giving one’s word on a page', () => {
  test('right after typing waits for the words to arrive, and holds for what was read', async () => {
    const { page, topic, me } = await room();
    const id = page.board.addAction(topic);
    page.board.textOf('actions', id)?.splice(0, 0, 'Ask Kim');
    page.board.setOwner(id, me);
    const action = page.board.actions[0]!;
    expect(await page.outcomes.takeAction(action, true)).toMatchObject({ ok: true });
    await eventually(() => expect(isTaken(page.stage!, page.board.actions[0]!)).toBe(true));
    page.board.textOf('actions', id)?.splice(0, 3, 'Tell');
    expect(isTaken(page.stage!, page.board.actions[0]!)).toBe(false);
    expect(await page.outcomes.takeAction(action, true)).toEqual({ ok: false, code: 'conflict' });
    expect(await page.outcomes.takeAction(page.board.actions[0]!, false)).toMatchObject({ ok: true });
    await eventually(() => expect(page.stage?.consents).toEqual({}));
  });

  test('on a position is its holder’s', async () => {
    const { page, topic, me } = await room();
    const id = page.outcomes.addPosition(topic, me);
    page.outcomes.textOf('positions', id, 'text')?.splice(0, 0, 'Ship it');
    expect(await page.outcomes.confirmPosition(page.outcomes.positions[0]!, true)).toMatchObject({
      ok: true,
    });
    await eventually(() => expect(isConfirmed(page.stage!, page.outcomes.positions[0]!)).toBe(true));
    page.outcomes.setHolder(id, { kind: 'name', name: 'Kim' });
    expect(await page.outcomes.confirmPosition(page.outcomes.positions[0]!, true)).toEqual({
      ok: false,
      code: 'not-yours-to-take',
    });
  });
});
