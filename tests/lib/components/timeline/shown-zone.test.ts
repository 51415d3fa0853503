import { expect, test } from 'vitest';
import { shownZone } from '../../../../src/lib/components/timeline/shown-zone.svelte.ts';

test('the zone of a timeline is called the same in winter and summer', () => {
  process.env['TZ'] = 'Europe/Berlin';
  shownZone.show('local');
  expect(shownZone.name).toBe('Europe/Berlin');
  shownZone.show('utc');
  expect(shownZone.name).toBe('UTC');
});
