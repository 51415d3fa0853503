/**
 * The stage over Socket.IO: who connects, what they are sent, and which of their messages is heard. Websocket only,
 * no recovery of old connections (it would skip the cookie), small frames, no compression.
 */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { errors, type ErrorCode } from '../../src/protocol/errors.ts';
import { limits } from '../../src/protocol/limits.ts';
import { enterRoom, type SocketLimits, type Visit } from '../rooms/entrance.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { Chance, Clock } from '../rooms/surroundings.ts';
import { StageConnection, type BudgetOf } from './stage-connection.ts';
import { StageHubs } from './stage-hub.ts';

export interface StageSocketsOptions {
  readonly server: HttpServer;
  readonly registry: RoomRegistry;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
  readonly sockets: SocketLimits;
  /** A fresh budget for one connection's messages: returns false while it is used up. */
  readonly newBudget: BudgetOf;
  readonly isOwnOrigin: (request: IncomingMessage) => boolean;
  readonly isSecure: (request: IncomingMessage) => boolean;
}

export interface StageSockets {
  close(): Promise<void>;
}

export function createStageSockets(options: StageSocketsOptions): StageSockets {
  const io = new Server(options.server, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    allowEIO3: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.commandBytes,
    pingInterval: limits.heartbeatMs,
    pingTimeout: limits.deadAfterMs - limits.heartbeatMs,
    connectTimeout: limits.handshakeMs,
    allowRequest: (request, decide) => decide(null, options.isOwnOrigin(request)),
  });
  const hubs = new StageHubs(io, options.clock);
  const visits = new WeakMap<Socket, Visit>();
  io.use((socket, next) => {
    admit(socket, options).then(
      (entered) => {
        if (typeof entered === 'string') return next(refusal(entered));
        visits.set(socket, entered);
        // Gone before it was let in: there will be no `disconnect` to leave by.
        if (!socket.conn.readyState.startsWith('open')) entered.leave();
        next();
      },
      (error: unknown) => {
        options.log.error({ err: error }, 'a stage connection could not be opened');
        next(refusal('store-failed'));
      },
    );
  });
  io.on('connection', (socket) => {
    const visit = visits.get(socket);
    if (!visit) return void socket.disconnect(true);
    const hub = hubs.visit(visit.room);
    new StageConnection({
      socket,
      visit,
      hub,
      clock: options.clock,
      chance: options.chance,
      log: options.log,
      newBudget: options.newBudget,
    }).open();
  });
  return { close: () => io.close() };
}

async function admit(socket: Socket, options: StageSocketsOptions): Promise<Visit | ErrorCode> {
  const { room, as } = socket.handshake.query;
  if (typeof room !== 'string') return 'not-found';
  const entered = await enterRoom(options.registry, options.sockets, {
    room,
    cookies: socket.request.headers.cookie,
    secure: options.isSecure(socket.request),
    watching: as === 'observer',
  });
  return entered.ok ? entered.visit : entered.code;
}

/** Reaches the client as `connect_error` with the code in `data`. */
function refusal(code: ErrorCode): Error {
  return Object.assign(new Error(errors[code].message), { data: { code } });
}
