/** What somebody with a seat may ask for: the seat itself, ids to write under, links to pass on, the record. */
import { Router } from 'express';
import { renameSeat } from '../../src/domain/stage/roster.ts';
import { buildRecord } from '../../src/domain/record/build-record.ts';
import { recordFileName } from '../../src/domain/record/exports/file-name.ts';
import { recordMarkdown } from '../../src/domain/record/exports/markdown.ts';
import { newClientIdSchema, renameSchema, type LinksAnswer } from '../../src/protocol/http.ts';
import type { Role } from '../../src/protocol/ids.ts';
import { documentKey } from '../rooms/document-keys.ts';
import { linkPath, openLink } from '../rooms/links.ts';
import type { Room } from '../rooms/room.ts';
import { seatAnswer } from '../rooms/seating.ts';
import { newClientId, type Chance } from '../rooms/surroundings.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import type { Turn } from '../rooms/turn.ts';
import type { DocumentKey, SeatRow } from '../store/store.ts';
import { answering, parseBody, refuse, replyWith, type Answer } from './answering.ts';
import type { Reception } from './reception.ts';

export interface SeatRoutesOptions {
  readonly reception: Reception;
  readonly chance: Chance;
  /** The key that opens sealed links. */
  readonly key: Uint8Array;
  readonly clientIds: TokenBuckets;
  /** See `addresses` of the answer; null where the host is known to others. */
  readonly addressesFor: (host: string | undefined) => string[] | null;
}

interface RoomParams {
  readonly room: string;
}

export function seatRoutes({ reception, chance, key, clientIds, addressesFor }: SeatRoutesOptions): Router {
  const router = Router();

  router.get(
    '/:room/seat',
    answering<RoomParams>((request) =>
      reception.bySeat(request, request.params.room, (room, seat): Answer => {
        const token = reception.tokenIn(request, room.id);
        const body = seatAnswer(room, seat);
        // Coming back counts as use: the cookie lives on from today.
        return {
          ok: true,
          reply: { status: 200, body, ...(token && { cookie: reception.cookie(request, room.id, token) }) },
        };
      }),
    ),
  );

  router.patch(
    '/:room/seat',
    answering<RoomParams>((request) => {
      const parsed = parseBody(renameSchema, request);
      if (!parsed.ok) return parsed;
      return reception.bySeat(request, request.params.room, (room, seat) =>
        room.do((turn) => rename(turn, seat, parsed.body.name)),
      );
    }),
  );

  router.post(
    '/:room/client-ids',
    answering<RoomParams>((request) => {
      const parsed = parseBody(newClientIdSchema, request);
      if (!parsed.ok) return parsed;
      return reception.bySeat(request, request.params.room, async (room, seat): Promise<Answer> => {
        if (parsed.body.document === 'desk' && seat.role === 'observer') {
          return { ok: false, code: 'not-yours-to-do' };
        }
        if (!clientIds.take(`${room.id} ${seat.id}`)) return { ok: false, code: 'too-many' };
        const document = documentKey(parsed.body.document, seat.id);
        const clientId = await room.do((turn) => issueClientId(room, turn, document, seat, chance));
        return replyWith(201, { clientId });
      });
    }),
  );

  router.get(
    '/:room/links',
    answering<RoomParams>((request) =>
      reception.bySeat(request, request.params.room, (room, seat): Answer => {
        const addresses = addressesFor(request.headers.host);
        return replyWith(200, {
          ...linksFor(room, seat.role, key),
          ...(addresses && { addresses }),
        });
      }),
    ),
  );

  router.get('/:room/record.md', async (request, response) => {
    const outcome = await reception.bySeat(request, request.params.room, async (room) => ({
      ok: true as const,
      // In a turn of its own: what is read there is on disk when the turn is done.
      record: await room.do((turn) => buildRecord(turn.stage, contentsOf(room), room.id)),
    }));
    if (!outcome.ok) return refuse(response, outcome.code);
    response
      .attachment(recordFileName(outcome.record))
      .type('text/markdown; charset=utf-8')
      .send(recordMarkdown(outcome.record));
  });

  return router;
}

function rename(turn: Turn, seat: SeatRow, name: string): Answer {
  const renamed = renameSeat(turn.stage, seat.id, name, turn.now);
  if (!renamed.ok) return renamed;
  turn.emit(renamed.events);
  return replyWith(200, seatAnswer(turn, seat));
}

/** Fresh in the whole room, and never the server's own. */
function issueClientId(room: Room, turn: Turn, document: DocumentKey, seat: SeatRow, chance: Chance): number {
  let clientId: number;
  do clientId = newClientId(chance);
  while (room.clientIds.isTaken(clientId) || clientId === room.serverClientId);
  const row = { room: room.id, document, clientId, seat: seat.id };
  room.clientIds.bind(row);
  turn.clientIds.push(row);
  return clientId;
}

/** Observers may bring observers; only people who write may bring people who write. */
function linksFor(room: Room, role: Role, key: Uint8Array): LinksAnswer {
  const observer = sealedLink(room, 'observer', key);
  return role === 'observer' ? { observer } : { participant: sealedLink(room, 'participant', key), observer };
}

function sealedLink(room: Room, role: Role, key: Uint8Array): string {
  const link = room.seats.linkOf(role);
  const secret = link && openLink(link, key);
  if (!secret) throw new Error(`the ${role} link of this room was sealed with another key`);
  return linkPath(room.id, secret);
}

function contentsOf(room: Room) {
  const board = room.board();
  return { notes: board.readNotes(), decisions: board.readDecisions(), actions: board.readActions() };
}
