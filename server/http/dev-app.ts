/** The app from its sources, through Vite inside this process: one port, and pages that reload themselves. */
import type { Server } from 'node:http';
import type { RequestHandler } from 'express';

export interface DevApp {
  readonly serve: RequestHandler;
  close(): Promise<void>;
}

/** Vite's own WebSocket shares the server; it answers only upgrades of the sub-protocol `vite-hmr`. */
export async function devApp(server: Server): Promise<DevApp> {
  // Loaded here and not above: only `--dev` pays for it.
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  return { serve: vite.middlewares, close: () => vite.close() };
}
