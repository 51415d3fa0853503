/** One line per request at level debug: the route and not the path, and nothing about who asked. */
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../rooms/surroundings.ts';

export function requestLog(log: Logger, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const startedAt = clock.now();
    response.on('finish', () => {
      const route = request.route as { path?: unknown } | undefined;
      log.debug(
        {
          method: request.method,
          route: typeof route?.path === 'string' ? request.baseUrl + route.path : 'file',
          status: response.statusCode,
          ms: clock.now() - startedAt,
        },
        'request',
      );
    });
    next();
  };
}
