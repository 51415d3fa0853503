import * as z from 'zod/mini';
import { recordVersion, roomRecordSchema } from './room-record.ts';

/** Where a server publishes it; also its name, relative to the server that it was fetched from. */
export const recordSchemaPath = `/schema/record-${recordVersion}.json`;

/** What a saved record has to look like, as JSON Schema 2020-12. Fields that it does not name are welcome. */
export function recordJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(roomRecordSchema, { target: 'draft-2020-12' });
  return { $schema, $id: recordSchemaPath, title: 'Record of a Hearth room', ...rest };
}
