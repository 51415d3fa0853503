/** The only file that knows the roots and keys of a desk document, and who may write each. */
import { limits } from '#protocol/limits.ts';
import { orderMax, type DocumentShape, type FieldShape } from '../yjs/shape.ts';

export const deskRoots = { drafts: 'drafts' } as const;

const id: FieldShape = { kind: 'string', max: 32, pattern: /^([a-z0-9_-]{1,32})?$/ };

export const deskShape: DocumentShape = {
  bytes: limits.deskBytes,
  roots: {
    [deskRoots.drafts]: {
      of: 'entries',
      writer: 'people',
      max: limits.deskDrafts,
      fields: {
        segment: { shape: id, writer: 'people' },
        lens: { shape: id, writer: 'people' },
        prompt: { shape: id, writer: 'people' },
        text: { shape: { kind: 'text', max: limits.noteChars }, writer: 'people' },
        /** SHA-256 of the receipt, hex. The receipt itself never enters a document. */
        receipt: { shape: { kind: 'string', max: 64, pattern: /^([0-9a-f]{64})?$/ }, writer: 'people' },
        order: { shape: { kind: 'number', min: 0, max: orderMax }, writer: 'people' },
        /** Set when the author adds it where notes are open as they are written: the server publishes it. */
        released: { shape: { kind: 'flag' }, writer: 'people' },
        removed: { shape: { kind: 'flag' }, writer: 'people' },
        /** Written after the reveal, or in a closed room: offered again to its author. */
        late: { shape: { kind: 'flag' }, writer: 'people' },
        /** The author's browser has stored which note its receipt belongs to; the server may now empty the draft. */
        kept: { shape: { kind: 'flag' }, writer: 'people' },
        /** SHA-256 (hex) of the text that was published; words that differ from it are newer. */
        published: { shape: { kind: 'string', max: 64, pattern: /^([0-9a-f]{64})?$/ }, writer: 'server' },
        /** The published note, until the author's browser has stored it. */
        note: { shape: id, writer: 'server' },
      },
    },
  },
};
