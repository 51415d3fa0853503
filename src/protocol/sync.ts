/**
 * The document wire: y-websocket's framing over `/sync/<room>/<board|desk>`. First varint is the channel, and on
 * the sync channel a second one is the step. Behaviour and numbered rules: docs/protocol.md.
 */
export const channel = { sync: 0, awareness: 1, queryAwareness: 3 } as const;
export const syncStep = { step1: 0, step2: 1, update: 2 } as const;
/** An empty awareness frame: stock clients drop a connection that is silent for 30 s. */
export const heartbeatFrame = Uint8Array.of(1, 1, 0);
