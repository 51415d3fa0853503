/** What happened when, as a page shows and changes it, against a real server. */
import { describe, expect, test } from 'vitest';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { createRoom } from '../../../src/lib/room/rooms-api.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { eventually } from '../../support/eventually.ts';
import { browser, serveBrowsers } from './served-room.ts';

serveBrowsers();

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const source = 'https://ci.example.org/runs/7';
const deploy = { at: at('14:05'), what: 'Deploy', source: null };
const outage = { at: at('14:20'), what: 'Nobody can pay', source };

async function review(): Promise<RoomView> {
  return (await reviewInTwoTabs())[0];
}

async function reviewInTwoTabs(): Promise<[RoomView, RoomView]> {
  const ada = await browser();
  const made = await createRoom({ title: 'Checkout', format: 'incident-review', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const tabs: [RoomView, RoomView] = [ada.open(made.answer.room), ada.open(made.answer.room)];
  await eventually(() => {
    for (const page of tabs) {
      expect(page.mayWrite).toBe(true);
      expect(page.incident.textOf('impact')).not.toBeNull();
    }
  });
  return tabs;
}

const whats = (page: RoomView) => page.timeline.entries.map(({ what }) => what);

describe('a timeline on a page', () => {
  test('takes several entries as one step, sorts them, and takes them back as one', async () => {
    const page = await review();
    expect(page.timeline.add([outage, deploy])).toHaveLength(2);
    expect(page.timeline.entries).toMatchObject([deploy, outage]);
    page.board.undo(['timeline']);
    expect(page.timeline.entries).toEqual([]);
    expect(page.timeline.space).toBe(limits.timelineEntries - 2);
  });

  test('does not take back an entry in which somebody went on writing', async () => {
    const page = await review();
    const [id = ''] = page.timeline.add([deploy]);
    page.timeline.whatOf(id)?.splice(6, 0, ' of 4.2');
    page.board.undo(['timeline']);
    expect(whats(page)).toEqual(['Deploy of 4.2']);
  });

  test('brings back a time, a link and an entry, one step after the other', async () => {
    const page = await review();
    const [id = ''] = page.timeline.add([outage]);
    page.timeline.setAt(id, at('14:30'));
    page.timeline.setSource(id, null);
    page.timeline.remove(id);
    expect(whats(page)).toEqual([]);
    page.board.undo(['timeline']);
    expect(page.timeline.entries).toMatchObject([{ at: at('14:30'), source: null }]);
    page.board.undo(['timeline']);
    page.board.undo(['timeline']);
    expect(page.timeline.entries).toMatchObject([outage]);
  });

  test('moves entries by days as one step, and takes that back unless one has been changed since', async () => {
    const [page, other] = await reviewInTwoTabs();
    const day = 24 * 60 * 60_000;
    const [first = '', second = ''] = page.timeline.add([deploy, outage]);
    const moved = (days: number) => [
      { id: first, at: deploy.at + days * day },
      // A change of clocks between makes it another distance.
      { id: second, at: outage.at + days * day + 60 * 60_000 },
    ];
    page.timeline.add([{ ...deploy, at: at('16:00') }]);
    const moments = () => page.timeline.entries.map((entry) => entry.at);
    page.timeline.move(moved(-3));
    expect(moments()).toEqual([...moved(-3).map((entry) => entry.at), at('16:00')]);
    page.board.undo(['timeline']);
    expect(moments()).toEqual([deploy.at, outage.at, at('16:00')]);
    page.timeline.move(moved(1));
    await eventually(() => expect(other.timeline.entries.at(-1)?.at).toBe(moved(1)[1]?.at));
    other.timeline.setAt(second, outage.at);
    await eventually(() => expect(moments()).toContain(outage.at));
    page.board.undo(['timeline']);
    expect(moments()).toEqual([outage.at, deploy.at + day]);
  });

  test('takes no more than there is space for', async () => {
    const page = await review();
    const many = Array.from({ length: limits.timelineEntries - 1 }, () => deploy);
    page.timeline.add(many);
    expect(page.timeline.add([deploy, outage])).toHaveLength(1);
    expect(page.timeline.space).toBe(0);
  });

  test('gives an action an aim, and takes it back', async () => {
    const page = await review();
    const action = page.board.addAction();
    page.board.setAim(action, 'detect');
    expect(page.board.actions).toMatchObject([{ aim: 'detect' }]);
    page.board.undo(['outcomes']);
    expect(page.board.actions).toMatchObject([{ aim: null }]);
  });

  test('is on the record that the page builds, with what is said of the incident', async () => {
    const page = await review();
    page.timeline.add([deploy]);
    page.incident.textOf('impact')?.splice(0, 0, '400 orders lost');
    expect(page.incident.wordsOf('impact')).toBe('400 orders lost');
    const contents = page.stage && page.contents.read(page.stage);
    expect(contents).toMatchObject({ timeline: [deploy], incident: { impact: '400 orders lost' } });
  });
});
