import { expect, test } from 'vitest';
import { readEarlier, roomInLink, roomsBefore } from '../../../src/lib/components/decide/bring-earlier.ts';
import type { RecentRoom } from '../../../src/lib/room/recent-rooms.ts';
import { saved } from '../../../src/lib/text/saved.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';

const room = 'abcdefghijklmnop';

test.each([
  [`http://localhost:3000/r/${room}`, room],
  [`http://localhost:3000/j/${room}#${'s'.repeat(22)}`, room],
  [` https://retro.example.org/r/${room}/record?as=observer `, room],
  [`/r/${room}`, room],
  ['https://retro.example.org/', null],
  ['/r/../../etc', null],
  [room, null],
  ['', null],
])('the room in the link %o is %o', (link, found) => {
  expect(roomInLink(link)).toBe(found);
});

test('rooms that were facilitated in this browser are offered, but for the one that it is for, and few', () => {
  const known = (id: string, role: RecentRoom['role'] = 'facilitator') => ({
    room: id,
    title: id,
    role,
    at: 1,
  });
  const recent = [known('here'), known('a'), known('b', 'participant'), known('c'), known('d'), known('e')];
  expect(roomsBefore('here', recent).map(({ room }) => room)).toEqual(['a', 'c', 'd']);
});

test('of a saved record only its title and what is open are brought', async () => {
  const found = new RecordedRoom('heart-heat', 'Sprint 41').seat('ana', 'Ana');
  found.board.addAction('a1', 'Rotate the keys');
  found.board.setOwner('a1', { kind: 'seat', seat: 'ana' });
  const file = new File([JSON.stringify(found.record())], 'record.json');
  expect(await readEarlier(file)).toEqual({
    continues: { title: 'Sprint 41' },
    actions: [{ title: 'Rotate the keys', owner: 'Ana', due: null, aim: null }],
  });
});

test('a file that is no record says so', async () => {
  expect(await readEarlier(new File(['Hello'], 'record.json'))).toBe(saved.problems['not-json']);
});
