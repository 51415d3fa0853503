/** The only file that knows the roots and keys of the board document, and who may write each. */
import { limits } from '#protocol/limits.ts';
import { orderMax, type DocumentShape, type FieldRule, type FieldShape, type Writer } from '../yjs/shape.ts';

export const boardRoots = {
  notes: 'notes',
  decisions: 'outcomes',
  actions: 'actions',
} as const;

const id: FieldShape = { kind: 'string', max: 32, pattern: /^([a-z0-9_-]{1,32})?$/ };
const flag: FieldShape = { kind: 'flag' };
const order: FieldShape = { kind: 'number', min: 0, max: orderMax };
const by =
  (writer: Writer) =>
  (shape: FieldShape): FieldRule => ({ shape, writer });
const people = by('people');
const server = by('server');

/** `seat:<id>` for somebody in the room, `name:<text>` for somebody typed in; one register, so always one owner. */
export const ownerPattern = /^(seat:[a-z0-9_-]{1,32}|name:.{1,60})?$/u;
export const duePattern = /^(\d{4}-\d{2}-\d{2})?$/;

export const boardShape: DocumentShape = {
  bytes: limits.boardBytes,
  roots: {
    /** What people revealed or thanked. Written by the server alone; authors change their own by receipt. */
    [boardRoots.notes]: {
      of: 'entries',
      writer: 'server',
      max: limits.boardNotes,
      fields: {
        segment: server(id),
        lens: server(id),
        prompt: server(id),
        text: server({ kind: 'string', max: limits.noteChars }),
        order: server(order),
        edited: server(flag),
        removed: server(flag),
      },
    },
    [boardRoots.decisions]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardEntries,
      fields: {
        kind: people({ kind: 'string', max: 16, pattern: /^decision$/ }),
        text: people({ kind: 'text', max: limits.decisionChars }),
        order: people(order),
        removed: people(flag),
      },
    },
    [boardRoots.actions]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardEntries,
      fields: {
        title: people({ kind: 'text', max: limits.actionChars }),
        owner: people({ kind: 'string', max: limits.ownerChars + 8, pattern: ownerPattern }),
        due: people({ kind: 'string', max: 10, pattern: duePattern }),
        order: people(order),
        removed: people(flag),
      },
    },
  },
};
