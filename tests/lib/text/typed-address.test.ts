import { expect, test } from 'vitest';
import { completedAddress } from '../../../src/lib/text/typed-address.ts';
import { webAddressSchema } from '../../../src/protocol/agenda.ts';

test.each(['example.org/outage', ' wiki.example.org:8080 ', '10.0.0.7/graphs?from=1', 'bücher.example#top'])(
  'what looks like a host becomes an address: %s',
  (typed) => {
    expect(completedAddress(typed)).toBe(`https://${typed.trim()}`);
    expect(webAddressSchema.safeParse(completedAddress(typed)).success).toBe(true);
  },
);

test.each(['https://example.org', 'http://10.0.0.7', 'mailto:ada@example.org'])(
  'a whole address stays: %s',
  (typed) => {
    expect(completedAddress(typed)).toBe(typed);
  },
);

test.each([
  'javascript:alert(1)',
  'javascript:document.title',
  'see the wiki',
  'ada@example.org',
  'wiki',
  '1.5',
])('what is none stays as it was typed, and may not be sent: %s', (typed) => {
  expect(completedAddress(typed)).toBe(typed);
  expect(webAddressSchema.safeParse(typed).success).toBe(false);
});
