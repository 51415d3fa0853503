/** Everything that is answered over plain HTTP: the interface under /api, health, and the app itself. */
import express, { Router, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Doorway } from '../rooms/doorway.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { Chance, Clock } from '../rooms/surroundings.ts';
import { TokenBuckets, type Rate } from '../rooms/token-buckets.ts';
import type { Store } from '../store/store.ts';
import { answerErrors, refuse } from './answering.ts';
import { jsonOnly, limited, ownOriginOnly, readJson, untilStopping } from './guards.ts';
import { deletionRoutes } from './deletion-routes.ts';
import { doorRoutes } from './door-routes.ts';
import { earlierRoutes } from './earlier-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { noteRoutes } from './note-routes.ts';
import { Reception } from './reception.ts';
import { recordRoutes, schemaRoutes } from './record-routes.ts';
import { requestLog } from './request-log.ts';
import { roomRoutes } from './room-routes.ts';
import { seatRoutes } from './seat-routes.ts';
import { securityHeaders, type InlineParts } from './security-headers.ts';

export interface AppOptions {
  readonly registry: RoomRegistry;
  readonly store: Pick<Store, 'probe'>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Logger;
  readonly doorway: Doorway;
  /** Requests per network address, counted together with the upgrades that do not come here. */
  readonly requests: TokenBuckets;
  readonly rates: Readonly<Record<'newRooms' | 'joins' | 'wrongSecrets' | 'clientIds', Rate>>;
  readonly addressesFor: (host: string | undefined) => string[] | null;
  readonly isStopping: () => boolean;
  readonly pages: { readonly serve: RequestHandler; readonly inline: InlineParts | null };
}

export function createApp(options: AppOptions): Express {
  const { clock, doorway, log, pages } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(securityHeaders(doorway, pages.inline));
  app.use(requestLog(log, clock));
  app.use('/api', api(options));
  app.use(healthRoutes(options));
  app.use(schemaRoutes());
  app.use(pages.serve);
  app.use((_request, response) => refuse(response, 'not-found'));
  app.use(answerErrors(log));
  return app;
}

function api(options: AppOptions): Router {
  const { clock, doorway, isStopping, rates, registry, requests } = options;
  const buckets = (rate: Rate) => new TokenBuckets(rate, clock);
  const reception = new Reception({ ...options, wrongSecrets: buckets(rates.wrongSecrets) });
  const router = Router();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(untilStopping(isStopping), limited(requests, doorway));
  router.use(ownOriginOnly(doorway), jsonOnly, readJson);
  router.use(
    '/rooms',
    roomRoutes({ ...options, reception, newRooms: buckets(rates.newRooms) }),
    doorRoutes({ ...options, reception, joins: buckets(rates.joins) }),
    seatRoutes({ ...options, reception, clientIds: buckets(rates.clientIds) }),
    linkRoutes({ ...options, reception, key: registry.key }),
    invitationRoutes({ ...options, reception, key: registry.key }),
    deletionRoutes(reception),
    earlierRoutes({ ...options, reception }),
    recordRoutes(reception),
    noteRoutes(reception),
  );
  router.use((_request, response) => refuse(response, 'not-found'));
  return router;
}
