import { expect, test } from 'vitest';
import { TypedFormats } from '../../../src/lib/components/formats/typed-formats.ts';
import { TypedAgenda, typedAgendaKey } from '../../../src/lib/room/typed-agenda.svelte.ts';
import { memoryDevice } from './memory-device.ts';

const key = typedAgendaKey('one');

test('What was typed and not used is there again when the page is loaded anew in its tab, until it is forgotten', () => {
  const tab = memoryDevice();
  new TypedAgenda(key, tab).type('- 5m talk', '- 8m wins');
  const later = new TypedAgenda(key, tab);
  expect([later.text, later.isKept]).toEqual(['- 5m talk', true]);
  later.forget();
  expect([later.text, new TypedAgenda(key, tab).text, tab.stored.size]).toEqual([null, null, 0]);
});

test('Whoever types their way back to what stands there has nothing of their own any more', () => {
  const tab = memoryDevice();
  const typed = new TypedAgenda(key, tab);
  typed.type('- 8m win', '- 8m wins');
  typed.type('- 8m wins', '- 8m wins');
  expect([typed.text, tab.stored.size]).toEqual([null, 0]);
});

test('A tab that stores nothing keeps it as long as the page, and says so', () => {
  const typed = new TypedAgenda(key, memoryDevice({ full: true }));
  typed.type('- 5m talk', '');
  expect([typed.text, typed.isKept]).toEqual(['- 5m talk', false]);
});

test('What does not fit into the tab any more does not come back as it was before', () => {
  const tab = memoryDevice();
  const typed = new TypedAgenda(key, tab);
  typed.type('- 5m talk', '');
  tab.write = () => false;
  typed.type('- 5m talk: What now?', '');
  expect(new TypedAgenda(key, tab).text).toBeNull();
});

test('What was there when typing began stays known with what was typed, also over a reload, until it is forgotten', () => {
  const tab = memoryDevice();
  const typed = new TypedAgenda(key, tab);
  typed.type('- 5m', '', 'as it was');
  typed.type('- 5m talk', '', 'as somebody else has made it since');
  expect([typed.over, new TypedAgenda(key, tab).over]).toEqual(['as it was', 'as it was']);
  typed.goOnOver('as it is now');
  expect([typed.over, new TypedAgenda(key, tab).over]).toEqual(['as it is now', 'as it is now']);
  typed.forget();
  typed.goOnOver('nothing');
  expect([typed.over, tab.stored.size]).toEqual([null, 0]);
});

test('What was discarded comes back with what it was typed over, also over a reload, until something else is typed or it is forgotten', () => {
  const tab = memoryDevice();
  const typed = new TypedAgenda(key, tab);
  typed.type('- 5m talk', '', 'as it was');
  typed.discard();
  expect([typed.text, typed.over, tab.stored.size]).toEqual([null, null, 0]);
  expect(typed.bringBack()).toBe(true);
  const later = new TypedAgenda(key, tab);
  expect([typed.text, typed.over, later.text, later.over]).toEqual([
    '- 5m talk',
    'as it was',
    '- 5m talk',
    'as it was',
  ]);

  typed.discard();
  typed.type('- 6m talk', '');
  expect([typed.bringBack(), typed.text]).toEqual([false, '- 6m talk']);
  typed.discard();
  typed.forget();
  expect([typed.bringBack(), typed.text, tab.stored.size]).toEqual([false, null, 0]);
});

test('Of several formats each has what was typed over it, and any of it counts, seen since or not, unless the format is no more', () => {
  const tab = memoryDevice();
  const typed = new TypedFormats(tab);
  expect(typed.anyOf(['a'])).toBe(false);
  typed.of('new').type('- 5m talk', '');
  typed.of('a').type('- 6m talk', '');
  const later = new TypedFormats(tab);
  expect(later.anyOf([])).toBe(true);
  expect([later.of('new').text, later.of('a').text, later.of('b').text]).toEqual([
    '- 5m talk',
    '- 6m talk',
    null,
  ]);
  later.of('new').forget();
  expect([later.anyOf(['b', 'a']), later.anyOf(['b'])]).toEqual([true, false]);
  later.of('a').forget();
  expect(later.anyOf(['a'])).toBe(false);
});
