/** What may stand in a place, who may write there, and what may be taken away again. */
import * as Y from 'yjs';
import { fitsField, isKey, type FieldShape, type Writer } from '../../../src/domain/yjs/shape.ts';
import { fieldOf, type Place } from './places.ts';
import type { Content } from './update-format.ts';

/** Why people may not put this content there, or null. */
export function objectionTo(content: Content, place: Place): string | null {
  if (writerOf(place) !== 'people') return 'only the server writes there';
  if (!isKeyOf(place)) return 'no such key';
  if (!isTheirsToName(place)) return 'a key that is not for people to use';
  if (overwritesShared(place)) return 'a type that others write in stands there';
  return fits(content, place) ? null : `${content.kind} where something else belongs`;
}

/** Why people may not delete this live item, or null. Entries and texts stay; a flag removes them. */
export function objectionToDeleting(item: Y.Item, place: Place | null): string | null {
  if (place === null) return 'deletes what has no place in the shape';
  if (item.content instanceof Y.ContentType) return 'deletes a type that others write in';
  return writerOf(place) === 'people' ? null : 'deletes what only the server writes';
}

function writerOf({ holder, key }: Place): Writer | null {
  switch (holder.kind) {
    case 'root':
    case 'text':
      return holder.rule.writer;
    case 'entry':
      return (key === null ? null : fieldOf(holder.rule, key)?.writer) ?? null;
  }
}

function isKeyOf({ holder, key }: Place): boolean {
  if (holder.kind === 'text') return key === null;
  return key !== null && (holder.kind === 'entry' || isKey(key));
}

/** Of an entry that stands, only the fields are written: the key of a root is named to make what was not there. */
function isTheirsToName({ holder, key }: Place): boolean {
  if (holder.kind !== 'root' || !holder.rule.keys || key === null) return true;
  return (holder.keysIn?._map.has(key) ?? false) === holder.rule.keys.stands;
}

function overwritesShared({ holder, key }: Place): boolean {
  const current = key === null ? undefined : holder.type?._map.get(key);
  return current !== undefined && !current.deleted && current.content instanceof Y.ContentType;
}

function fits(content: Content, { holder, key }: Place): boolean {
  if (content.kind === 'deleted') return true;
  if (holder.kind === 'text') return content.kind === 'characters';
  if (holder.kind === 'root')
    return holder.rule.of === 'entries' ? content.kind === 'map' : areValues(content, holder.rule.value);
  const shape = fieldOf(holder.rule, key ?? '')?.shape;
  if (shape?.kind === 'text') return content.kind === 'text';
  return shape !== undefined && areValues(content, shape);
}

function areValues(content: Content, shape: FieldShape): boolean {
  return content.kind === 'values' && content.values.every((value) => fitsField(shape, value));
}
