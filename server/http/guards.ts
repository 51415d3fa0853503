/** What a request has to pass before a route sees it. */
import { json, type RequestHandler } from 'express';
import { limits } from '../../src/protocol/limits.ts';
import type { Doorway } from '../rooms/doorway.ts';
import type { TokenBuckets } from '../rooms/token-buckets.ts';
import { refuse } from './answering.ts';

/** Whatever is not a plain read must say that a page of ours sent it. */
export function ownOriginOnly(doorway: Doorway): RequestHandler {
  return (request, response, next) => {
    const site = request.headers['sec-fetch-site'];
    const isOwn = doorway.isOwnOrigin(request) && (site === undefined || site === 'same-origin');
    if (isRead(request.method) || isOwn) next();
    else refuse(response, 'foreign-origin');
  };
}

/** Other media types can be sent by a form of any site without asking; compressed bodies can be bombs. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  if (isRead(request.method) || request.is('application/json') === 'application/json') next();
  else refuse(response, 'unsupported-media');
};

export const readJson: RequestHandler = json({ limit: limits.requestBytes, inflate: false });

/** One token of the caller's network address per request. */
export function limited(buckets: TokenBuckets, doorway: Doorway): RequestHandler<never> {
  return (request, response, next) => {
    if (buckets.take(doorway.addressOf(request))) next();
    else refuse(response, 'too-many');
  };
}

export function untilStopping(isStopping: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isStopping()) refuse(response, 'restarting');
    else next();
  };
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
