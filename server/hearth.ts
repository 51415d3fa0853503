/**
 * The whole server as one object: store → rooms → the three ways into them → one port. Nothing lives outside of what
 * is built here, so several can run in one process, each with its own time and chance.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopback, localOrigin, networkOrigins } from './addresses.ts';
import type { Config } from './config.ts';
import { createApp, type AppOptions } from './http/app.ts';
import { builtApp } from './http/built-app.ts';
import { devApp } from './http/dev-app.ts';
import { openLiveWays } from './live-ways.ts';
import { Doorway } from './rooms/doorway.ts';
import { Retention } from './rooms/retention.ts';
import { RoomRegistry } from './rooms/room-registry.ts';
import type { Surroundings } from './rooms/surroundings.ts';
import { TokenBuckets } from './rooms/token-buckets.ts';

export interface Hearth {
  readonly port: number;
  /** Where this machine opens it. */
  readonly origin: string;
  /** Where another device opens it. */
  readonly networkOrigins: readonly string[];
  /** Takes nothing new, stores what is under way, tells everybody to come back, and lets go of the port. */
  stop(): Promise<void>;
}

type Pages = AppOptions['pages'] & { close(): Promise<void> };

/** Where the pages come from: a directory with the built app, or its sources by way of Vite. */
export type PageSource = { readonly directory: string } | 'sources';

/** How long a request may take to arrive, ms: somebody who sends a byte now and then holds a connection no longer. */
const patience = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };

/** How long answers and goodbyes may travel before their connections are cut, ms. */
const farewellMs = 200;

/** Resolves when the port is open. Rejects when it cannot be, or the store cannot be read; the store stays the caller's. */
export async function startHearth(config: Config, around: Surroundings, source: PageSource): Promise<Hearth> {
  const { clock, store } = around;
  const kept = { ...around, ...(config.keepMs !== null && { keepMs: config.keepMs }) };
  const registry = new RoomRegistry(kept, await store.key());
  const retention = new Retention(registry, kept);
  const doorway = new Doorway(config);
  const requests = new TokenBuckets(config.rates.requests, clock);
  const server = createServer(patience);
  const pages = await openPages(source, server);
  const state = { isStopping: false, port: config.port };
  const app = createApp({
    ...{ ...around, registry, doorway, requests, pages, rates: config.rates },
    addressesFor: (host = '') => (isLoopback(host) ? otherOrigins(config, state.port) : null),
    isStopping: () => state.isStopping,
  });
  server.on('request', app);
  const closeWays = openLiveWays({
    ...{ server, registry, config, around, doorway, requests },
    isStopping: () => state.isStopping,
    isForOthers: (request) => source === 'sources' && isViteUpgrade(request),
  });
  const port = (state.port = await listen(server, config));
  retention.start();
  return {
    port,
    origin: localOrigin(config.host, port),
    networkOrigins: otherOrigins(config, port),
    async stop() {
      state.isStopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await registry.close('restarting');
      await retention.stop();
      await sleep(farewellMs);
      // The port is free once every connection has ended, and half a request would hold it for long.
      server.closeAllConnections();
      await Promise.all([closeWays(), pages.close(), closed]);
      await store.close();
    },
  };
}

async function openPages(source: PageSource, server: Server): Promise<Pages> {
  if (source === 'sources') return { ...(await devApp(server)), inline: null };
  return { ...builtApp(source.directory), close: () => Promise.resolve() };
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Those that the operator named, or else those of this machine in its network. */
function otherOrigins({ host, origins }: Config, port: number): string[] {
  return origins.length > 0 ? [...origins] : networkOrigins(host, port);
}

/** In development Vite listens for its own upgrades on the same server. */
function isViteUpgrade({ headers }: IncomingMessage): boolean {
  return headers['sec-websocket-protocol']?.startsWith('vite-') ?? false;
}
