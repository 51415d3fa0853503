/** What must hold of a board after anything Bob may send, checked without the gate's own code. */
import * as Y from 'yjs';
import { boardShape } from '../../src/domain/board/schema.ts';
import { fitsField, isKey, type FieldShape, type RootRule } from '../../src/domain/yjs/shape.ts';
import { serverId } from '../sync/gate/peers.ts';
import { ada } from './gate-scene.ts';

/** The parts of a shared type that Yjs keeps its structs in. */
type Holder = Pick<Y.AbstractType<unknown>, '_map' | '_start'>;

/** The first thing that is wrong with `after`, or null. */
export function breach(before: Y.Doc, after: Y.Doc): string | null {
  if (after.store.pendingStructs !== null || after.store.pendingDs !== null) return 'something is pending';
  for (const client of [ada, serverId]) {
    if (Y.getState(after.store, client) !== Y.getState(before.store, client)) return `client ${client} wrote`;
    const lost = liveTypes(before, client) - liveTypes(after, client);
    if (lost > 0) return `client ${client} lost ${lost} types`;
  }
  for (const structs of after.store.clients.values())
    for (const [i, struct] of structs.entries()) {
      const previous = structs[i - 1];
      const clock = previous ? previous.id.clock + previous.length : 0;
      if (struct.length < 1 || struct.id.clock !== clock) return 'clocks have holes';
    }
  for (const [name, type] of after.share) {
    const rule = Object.hasOwn(boardShape.roots, name) ? boardShape.roots[name] : undefined;
    const wrong = rule ? breachOfRoot(rule, type) : `root ${name}`;
    if (wrong !== null) return wrong;
  }
  return null;
}

function breachOfRoot(rule: RootRule, type: Holder): string | null {
  if (type._start !== null) return 'a list in a root';
  if (type._map.size > rule.max) return 'too many entries';
  if (rule.of !== 'entries') return 'a root the board does not have';
  for (const [key, entry] of living(type)) {
    if (!isKey(key)) return `key ${key}`;
    if (!(entry instanceof Y.Map) || entry._start !== null) return 'an entry that is no entry';
    for (const [name, value] of living(entry)) {
      const shape = rule.fields[name]?.shape;
      if (!shape || !fits(shape, value)) return `field ${name}`;
    }
  }
  return null;
}

function fits(shape: FieldShape, value: unknown): boolean {
  if (shape.kind !== 'text') return fitsField(shape, value);
  if (!(value instanceof Y.Text) || value._map.size > 0 || value.length > shape.max) return false;
  for (let item = value._start; item; item = item.right)
    if (!(item.content instanceof Y.ContentString) && !(item.content instanceof Y.ContentDeleted))
      return false;
  return true;
}

function* living(type: Holder): Iterable<[string, unknown]> {
  for (const [key, item] of type._map) if (!item.deleted) yield [key, item.content.getContent().at(-1)];
}

function liveTypes(doc: Y.Doc, client: number): number {
  const structs = doc.store.clients.get(client) ?? [];
  return structs.filter(
    (struct) => struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType,
  ).length;
}
