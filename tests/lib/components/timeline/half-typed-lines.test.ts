/** What stands in the field of a timeline, and the day chosen for it, while its page comes and goes. */
import { expect, test } from 'vitest';
import { HalfTypedLines } from '../../../../src/lib/components/timeline/half-typed-lines.svelte.ts';
import { HalfTyped } from '../../../../src/lib/room/half-typed.ts';
import { memoryDevice } from '../../room/memory-device.ts';

const device = memoryDevice();
const openPage = (name: string) => new HalfTyped('room', device, name, null);
const typed = '14:05 Deploy\n14:20 Nobody can pay';

test('a day that was chosen stays with the lines, in another field of this page and on a page to come', async () => {
  const page = openPage('before');
  const lines = new HalfTypedLines(page, 'timeline');
  lines.choose('2026-11-19');
  lines.type(typed);
  const again = new HalfTypedLines(page, 'timeline');
  expect([again.text, again.day]).toEqual([typed, '2026-11-19']);
  again.choose('2026-11-18');
  const after = new HalfTypedLines(openPage('after'), 'timeline');
  expect([after.text, after.day]).toEqual(['', null]);
  await after.adopt();
  expect([after.text, after.day]).toEqual([typed, '2026-11-18']);
});

test('what an earlier page left takes the place of nothing that is typed or chosen meanwhile', async () => {
  openPage('left').write({ ...{ segment: 'impact', lens: '', prompt: '' }, text: typed, day: '2026-11-19' });
  const lines = new HalfTypedLines(openPage('choosing'), 'impact');
  lines.choose('2026-11-20');
  await lines.adopt();
  expect([lines.text, lines.day]).toEqual([typed, '2026-11-20']);
  const typing = new HalfTypedLines(openPage('typing'), 'impact');
  const adopting = typing.adopt();
  typing.type('now Here');
  await adopting;
  expect([typing.text, typing.day]).toEqual(['now Here', null]);
});

test('lines that are added go with the day that they used up; what is left keeps one that they did not', () => {
  const page = openPage('adding');
  const lines = new HalfTypedLines(page, 'close');
  lines.choose('2026-11-19');
  lines.type('+5 Deploy\nSomebody calls');
  lines.leave('Somebody calls', '2026-11-19');
  expect(page.read('close')).toMatchObject({ text: 'Somebody calls', day: '2026-11-19' });
  lines.leave('', null);
  expect([lines.text, lines.day, page.read('close')]).toEqual(['', null, null]);
});
