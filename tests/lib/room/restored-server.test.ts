/**
 * The server's files are put back from a backup while browsers hold what was written since: nobody's words are lost,
 * none is there twice, and whoever looks sees the same.
 */
import { cpSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '../../../server/store/sqlite/backup.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { createRoom, takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import { startServerProcess, type ServerProcess } from '../../support/server.ts';
import { Browser, standInForPage } from './browser.ts';

standInForPage();

let server: ServerProcess;
let backup: string;
const browsers: Browser[] = [];

beforeEach(async () => {
  server = await startServerProcess();
  backup = joinPath(server.directory, 'backup');
});
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
  await server.close();
});

async function browser(): Promise<Browser> {
  const made = await Browser.at(server);
  browsers.push(made);
  return made.speak();
}

const isReady = (page: RoomView) =>
  eventually(() => expect([page.mayWrite, page.saving]).toEqual([true, 'saved']));

/** Nothing is under way, though words may wait on the device for their author. */
const isSettled = (page: RoomView) => page.saving === 'saved' || page.saving === 'kept';

/** Whose page is open when the server comes back speaks last: requests go through one person's network. */
async function meet(): Promise<{ ada: RoomView; atAda: Browser; join: (name: string) => Promise<RoomView> }> {
  const atAda = await browser();
  const made = await createRoom({ title: 'Sprint 12', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const { room, links } = made.answer;
  const ada = atAda.open(room);
  await isReady(ada);
  const join = async (name: string) => {
    const at = await browser();
    await takeSeat(room, links.participant.split('#')[1] ?? '', name);
    const page = at.open(room);
    await isReady(page);
    return page;
  };
  return { ada, atAda, join };
}

async function restore(): Promise<void> {
  await server.stop();
  rmSync(server.data, { recursive: true });
  cpSync(backup, server.data, { recursive: true });
  await server.start();
}

function writeAction(page: RoomView, title: string): void {
  page.board.textOf('actions', page.board.addAction())?.splice(0, 0, title);
}

function thank(page: RoomView, text: string): void {
  const segment = page.stage?.segments.find(({ activity }) => activity === 'wins')?.id ?? '';
  page.desk.addDraft({ segment, text, released: true });
}

const actionsOf = ({ board }: RoomView) => board.actions.map(({ title }) => title).sort();
const notesOf = ({ board }: RoomView) => board.notes.map(({ text }) => text).sort();
const draftsOf = ({ desk }: RoomView) => desk.drafts.map(({ text }) => text).sort();

describe('a server that was put back from a backup', () => {
  test('R24: offers an open page what was written since as drafts, each once, and goes on with it', async () => {
    const { ada, atAda, join } = await meet();
    const bob = await join('Bob');
    writeAction(ada, 'before');
    thank(ada, 'thanks before');
    await eventually(() => expect([actionsOf(bob), notesOf(bob)]).toEqual([['before'], ['thanks before']]));
    await isReady(ada);
    await backUp(server.data, backup);

    writeAction(ada, 'of Ada since');
    writeAction(bob, 'of Bob since');
    thank(ada, 'thanks since');
    await eventually(() => {
      expect(actionsOf(ada)).toEqual(['before', 'of Ada since', 'of Bob since']);
      expect(notesOf(ada)).toEqual(['thanks before', 'thanks since']);
    });
    await Promise.all([isReady(ada), isReady(bob)]);
    bob.close();
    atAda.speak();
    await restore();

    await eventually(() => {
      expect(draftsOf(ada)).toEqual(['of Ada since', 'of Bob since', 'thanks since']);
      expect([actionsOf(ada), notesOf(ada)]).toEqual([['before'], ['thanks before']]);
      expect([ada.mayWrite, isSettled(ada)]).toEqual([true, true]);
    });
    writeAction(ada, 'after');
    const cy = await join('Cy');
    await eventually(() =>
      expect([actionsOf(cy), notesOf(cy)]).toEqual([['after', 'before'], ['thanks before']]),
    );
    expect(actionsOf(ada)).toEqual(['after', 'before']);
  });

  test('R24: is not mistaken for the one before by a page that was away and comes back later', async () => {
    const { ada, atAda, join } = await meet();
    thank(ada, 'thanks before');
    await eventually(() => expect(notesOf(ada)).toEqual(['thanks before']));
    await isReady(ada);
    await backUp(server.data, backup);
    thank(ada, 'forgotten by the server');
    await eventually(() => expect(notesOf(ada)).toHaveLength(2));
    await isReady(ada);
    atAda.network.cut();
    await eventually(() => expect(ada.saving).toBe('offline'));
    await restore();
    const bob = await join('Bob');
    thank(bob, 'written over it');
    thank(bob, 'and more than that');
    await eventually(() => expect(notesOf(bob)).toHaveLength(3));
    bob.close();
    atAda.speak().network.mend();
    await eventually(() => {
      expect(notesOf(ada)).toEqual(['and more than that', 'thanks before', 'written over it']);
      expect(draftsOf(ada)).toEqual(['forgotten by the server']);
    });
  });
});
