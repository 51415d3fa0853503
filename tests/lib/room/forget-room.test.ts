import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CopyNames } from '../../../src/lib/room/copy-names.ts';
import { openCopy } from '../../../src/lib/room/device-copy.ts';
import { forgetRoom } from '../../../src/lib/room/forget-room.ts';
import { readRecent, remember } from '../../../src/lib/room/recent-rooms.ts';
import { RoomMemory } from '../../../src/lib/room/room-memory.ts';
import { TypedAgenda, typedAgendaKey } from '../../../src/lib/room/typed-agenda.svelte.ts';
import { memoryDevice } from './memory-device.ts';

const names = async () => (await indexedDB.databases()).map(({ name }) => name ?? '');

describe('forgetting a room', () => {
  test('leaves no copy and no key of it on the device, and everything of other rooms', async () => {
    const device = memoryDevice();
    for (const room of ['one', 'oneself']) {
      remember({ room, title: `Room ${room}`, role: 'participant', at: 1 }, device);
      new RoomMemory(room, device).keepSeat({ seat: 'ada', name: 'Ada', role: 'participant' });
      const copies = new CopyNames(device, { room, document: 'board', seat: 'ada' });
      for (const generation of [1, copies.setAside(1)]) {
        await (await openCopy(copies.nameOf(generation), new Y.Doc()))?.close();
      }
    }
    const tab = memoryDevice();
    for (const room of ['one', 'oneself']) new TypedAgenda(typedAgendaKey(room), tab).type('- 5m talk', '');
    await forgetRoom('one', device, tab);
    expect([...tab.stored.keys()]).toEqual([typedAgendaKey('oneself')]);
    expect(device.keys('hearth:one:')).toEqual([]);
    expect((await names()).filter((name) => name.startsWith('hearth:one:'))).toEqual([]);
    expect(readRecent(device).map(({ room }) => room)).toEqual(['oneself']);
    expect(device.keys('hearth:oneself:').length).toBeGreaterThan(0);
    expect((await names()).filter((name) => name.startsWith('hearth:oneself:'))).toHaveLength(2);
  });
});
