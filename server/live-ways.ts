/**
 * The two live ways into a room: documents and stage. Whoever comes by an upgrade is looked at here once, the same for
 * both, before either sees anything of it.
 */
import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AddressCount } from './address-count.ts';
import type { Config } from './config.ts';
import type { Doorway } from './rooms/doorway.ts';
import type { RoomRegistry } from './rooms/room-registry.ts';
import type { Surroundings } from './rooms/surroundings.ts';
import { TokenBuckets } from './rooms/token-buckets.ts';
import { createStageSockets } from './stage/stage-sockets.ts';
import { createRelay } from './sync/relay.ts';

export interface LiveWaysOptions {
  readonly server: Server;
  readonly registry: RoomRegistry;
  readonly config: Config;
  readonly around: Surroundings;
  readonly doorway: Doorway;
  /** Per network address, shared with plain requests. */
  readonly requests: TokenBuckets;
  readonly isStopping: () => boolean;
  /** Upgrades that somebody else on this server answers. */
  readonly isForOthers: (request: IncomingMessage) => boolean;
}

/** Starts listening for upgrades; returns the closing of every connection. */
export function openLiveWays(options: LiveWaysOptions): () => Promise<void> {
  const { server, registry, config, doorway, isForOthers } = options;
  const { clock, chance, log } = options.around;
  const shared = {
    ...{ registry, clock, log, sockets: config.sockets },
    isOwnOrigin: (request: IncomingMessage) => doorway.isOwnOrigin(request),
    isSecure: (request: IncomingMessage) => doorway.isSecure(request),
  };
  // Socket.IO insists on a server of its own to listen to. This one never opens a port; it only hands upgrades on.
  const stageServer = createServer();
  const stage = createStageSockets({
    ...{ ...shared, chance, server: stageServer },
    newBudget: budgetsOf(options),
  });
  const relay = createRelay({ ...shared, frames: config.frames });
  const crowd = new AddressCount(config.sockets.perAddress, (request) => doorway.addressOf(request));

  server.on('upgrade', (request, socket, head) => {
    if (isForOthers(request)) return;
    const path = request.url ?? '';
    const status = refusalStatus(request, path, options, crowd);
    if (status !== null) refuse(socket, status);
    else if (path.startsWith('/sync/')) relay.handleUpgrade(request, socket, head);
    else stageServer.emit('upgrade', request, socket, head);
  });
  return async () => {
    relay.close();
    await stage.close();
  };
}

/** Null lets the request in, and counts it. */
function refusalStatus(
  request: IncomingMessage,
  path: string,
  { doorway, isStopping, requests }: LiveWaysOptions,
  crowd: AddressCount,
): number | null {
  if (isStopping()) return 503;
  if (!/^\/(sync|socket\.io)\//.test(path)) return 404;
  if (!doorway.isOwnOrigin(request)) return 403;
  return requests.take(doorway.addressOf(request)) && crowd.enter(request) ? null : 429;
}

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function budgetsOf({ config, around }: LiveWaysOptions): () => () => boolean {
  return () => {
    const bucket = new TokenBuckets(config.commands, around.clock);
    return () => bucket.take('');
  };
}
