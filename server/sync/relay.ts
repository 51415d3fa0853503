/**
 * The document relay: upgrades at /sync/<room>/<board|desk>, one connection each. Who, what, may they, join: every
 * way out has a code of the error table, sent after the upgrade because a browser cannot read a status before it.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { errors, type ErrorCode } from '../../src/protocol/errors.ts';
import { documentNames, idPattern, type DocumentName, type RoomId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import { enterRoom, type SocketLimits } from '../rooms/entrance.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { Clock } from '../rooms/surroundings.ts';
import { Connection, type ConnectionLimits } from './connection.ts';
import { Hubs } from './hub.ts';

export interface RelayOptions {
  readonly registry: RoomRegistry;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sockets: SocketLimits;
  readonly frames: ConnectionLimits;
  readonly isSecure: (request: IncomingMessage) => boolean;
}

export interface Relay {
  /** For requests whose Origin has been checked. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends what is still open; rooms have said goodbye before. */
  close(): void;
}

interface Destination {
  readonly room: RoomId;
  readonly document: DocumentName;
  readonly watching: boolean;
}

export function createRelay(options: RelayOptions): Relay {
  const hubs = new Hubs(options.clock, options.frames.states);
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
    clientTracking: true,
  });
  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(
        request,
        socket,
        head,
        (webSocket) => void admit(webSocket, request, options, hubs),
      );
    },
    close() {
      for (const webSocket of server.clients) webSocket.terminate();
      server.close();
    },
  };
}

async function admit(
  webSocket: WebSocket,
  request: IncomingMessage,
  options: RelayOptions,
  hubs: Hubs,
): Promise<void> {
  // Nothing is read before it is known who sends it; a listener is there from the first moment all the same.
  webSocket.pause();
  webSocket.on('error', () => webSocket.terminate());
  const tooLate = options.clock.after(limits.handshakeMs, () => turnAway(webSocket, 'store-failed'));
  try {
    const destination = destinationOf(request.url ?? '');
    if (!destination) return turnAway(webSocket, 'not-found');
    const entered = await enterRoom(options.registry, options.sockets, {
      ...destination,
      cookies: request.headers.cookie,
      secure: options.isSecure(request),
    });
    if (!entered.ok) return turnAway(webSocket, entered.code);
    const { visit } = entered;
    const isForeign = destination.document === 'desk' && visit.role() === 'observer';
    if (isForeign || webSocket.readyState !== webSocket.OPEN) {
      visit.leave();
      return turnAway(webSocket, 'not-found');
    }
    new Connection({ webSocket, visit, name: destination.document, hubs, ...options }).open();
  } catch (error) {
    options.log.error({ err: error }, 'a document connection could not be opened');
    turnAway(webSocket, 'store-failed');
  } finally {
    tooLate();
  }
}

function turnAway(webSocket: WebSocket, code: ErrorCode): void {
  const row = errors[code];
  webSocket.resume();
  webSocket.close('close' in row ? row.close : 1011, code);
}

/** Only exact lower-case paths name a document; everything else does not exist. */
function destinationOf(url: string): Destination | null {
  const [path = '', query = ''] = url.split('?', 2);
  const match = /^\/sync\/([^/]+)\/([^/]+)$/.exec(path);
  const room = match?.[1] ?? '';
  const document = documentNames.find((name) => name === match?.[2]);
  if (!document || !idPattern.test(room)) return null;
  return { room, document, watching: new URLSearchParams(query).get('as') === 'observer' };
}
