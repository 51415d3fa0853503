/** The record as a file, for every seat and at any time. */
import { Router, type Response } from 'express';
import { buildRecord } from '../../src/domain/record/build-record.ts';
import { recordFileName } from '../../src/domain/record/exports/file-name.ts';
import { recordMarkdown } from '../../src/domain/record/exports/markdown.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import type { Room } from '../rooms/room.ts';
import type { Turn } from '../rooms/turn.ts';
import { refuse } from './answering.ts';
import type { Reception } from './reception.ts';

export function recordRoutes(reception: Reception): Router {
  const router = Router();
  router.get('/:room/record.md', async (request, response) => {
    const outcome = await reception.bySeat(request, request.params.room, async (room) => ({
      ok: true as const,
      // In a turn of its own: what is read there is on disk when the turn is done.
      record: await room.do((turn) => recordOf(room, turn)),
    }));
    if (outcome.ok) sendMarkdown(response, outcome.record);
    else refuse(response, outcome.code);
  });
  return router;
}

function recordOf(room: Room, turn: Turn): RoomRecord {
  const board = room.board();
  const contents = {
    notes: board.readNotes(),
    decisions: board.readDecisions(),
    actions: board.readActions(),
  };
  return buildRecord(turn.stage, contents, room.id);
}

function sendMarkdown(response: Response, record: RoomRecord): void {
  response
    .attachment(recordFileName(record))
    .type('text/markdown; charset=utf-8')
    .send(recordMarkdown(record));
}
