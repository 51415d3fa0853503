/** The record as files, for every seat and at any time, and the schema of the one that can be read back. */
import { Router, type Response } from 'express';
import { readContents } from '../../src/domain/record/board-contents.ts';
import { buildRecord } from '../../src/domain/record/build-record.ts';
import {
  exportFileName,
  exportNames,
  recordExports,
  type ExportName,
} from '../../src/domain/record/exports/all-exports.ts';
import { recordJsonSchema, recordSchemaPath } from '../../src/domain/record/json-schema.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import type { Room } from '../rooms/room.ts';
import type { Turn } from '../rooms/turn.ts';
import { refuse } from './answering.ts';
import type { Reception } from './reception.ts';

export function recordRoutes(reception: Reception): Router {
  const router = Router();
  for (const name of exportNames)
    router.get(`/:room/${name}`, async (request, response) => {
      const outcome = await reception.bySeat(request, request.params.room, async (room) => ({
        ok: true as const,
        // In a turn of its own: what is read there is on disk when the turn is done.
        record: await room.do((turn) => recordOf(room, turn)),
      }));
      if (outcome.ok) send(response, name, outcome.record);
      else refuse(response, outcome.code);
    });
  return router;
}

export function schemaRoutes(): Router {
  const schema = JSON.stringify(recordJsonSchema(), null, 2);
  const router = Router();
  router.get(recordSchemaPath, (_request, response) => {
    response.type('application/schema+json').set('Access-Control-Allow-Origin', '*').send(schema);
  });
  return router;
}

function recordOf(room: Room, turn: Turn): RoomRecord {
  return buildRecord(turn.stage, readContents(room.parts(), turn.stage), room.id);
}

function send(response: Response, name: ExportName, record: RoomRecord): void {
  const { mediaType, write } = recordExports[name];
  const content = write(record);
  response.attachment(exportFileName(name, record)).type(mediaType);
  response.send(typeof content === 'string' ? content : Buffer.from(content));
}
