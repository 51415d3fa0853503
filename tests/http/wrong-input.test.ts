import { describe, expect, it } from 'vitest';
import { wrongInput } from '../../server/http/wrong-input.ts';
import { changeNoteSchema, newClientIdSchema, newRoomSchema, peekSchema } from '../../src/protocol/http.ts';

const schemas = { newRoomSchema, peekSchema, newClientIdSchema, changeNoteSchema };

function said(schema: keyof typeof schemas, body: unknown): string | null {
  return wrongInput(schemas[schema].safeParse(body).error?.issues ?? []);
}

const receipt = 'A'.repeat(22);
const carried = { title: 'Restore', owner: null, due: null };

describe('what is wrong with a body', () => {
  it.each([
    ['newRoomSchema', null, 'The body has to be a JSON object.'],
    ['newRoomSchema', {}, 'title has to be text.'],
    ['newRoomSchema', { title: '  ' }, 'title has to be at least 1 character long.'],
    ['newRoomSchema', { title: 'x'.repeat(121) }, 'title has to be at most 120 characters long.'],
    ['newRoomSchema', { title: 'x'.repeat(481) }, 'title has to be at most 120 characters long.'],
    ['newRoomSchema', { title: 'A', minutes: 14 }, 'minutes has to be at least 15.'],
    ['newRoomSchema', { title: 'A', minutes: 181 }, 'minutes has to be at most 180.'],
    ['newRoomSchema', { title: 'A', minutes: 30.5 }, 'minutes has to be a whole number.'],
    ['newRoomSchema', { title: 'A', minutes: '30' }, 'minutes has to be a number.'],
    ['newRoomSchema', { title: 'A', actions: 'x' }, 'actions has to be a list.'],
    [
      'newRoomSchema',
      { title: 'A', actions: Array(51).fill(carried) },
      'actions has to be at most 50 entries long.',
    ],
    [
      'newRoomSchema',
      { title: 'A', actions: [carried, { ...carried, due: 'soon' }] },
      'actions, entry 2, due has to be a date such as 2026-12-31.',
    ],
    ['peekSchema', { secret: 'short' }, 'secret has to be 22 letters, digits, - or _.'],
    ['newClientIdSchema', { document: 'stage' }, 'document has to be board or desk.'],
    ['changeNoteSchema', { receipt, text: '' }, 'text has to be at least 1 character long.'],
  ] as const)('%s, case %#: names the field and its bounds', (schema, body, sentence) => {
    expect(said(schema, body)).toBe(sentence);
  });

  it('names what all forms of a body need, and nothing where it could be one or the other', () => {
    expect(said('changeNoteSchema', {})).toBe('receipt has to be text.');
    expect(said('changeNoteSchema', { receipt })).toBeNull();
  });

  it('never repeats what was sent', () => {
    const bodies = [
      { title: 'A', format: 'canary' },
      { title: 'A', minutes: 'canary' },
      { title: 'A', actions: [{ ...carried, due: 'canary' }] },
      { canary: 'canary' },
    ];
    for (const body of bodies) expect(said('newRoomSchema', body)).not.toMatch(/canary/);
    expect(said('peekSchema', { secret: 'canary' })).not.toMatch(/canary/);
  });
});
