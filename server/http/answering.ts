/** How every route answers: what it was asked for, or a row of the error table. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type * as z from 'zod/mini';
import { errorBody, errors, type ErrorCode } from '../../src/protocol/errors.ts';
import { RoomDeleted } from '../rooms/room-deleted.ts';
import { StoreFailure } from '../store/store.ts';
import { wrongInput } from './wrong-input.ts';

export interface Reply {
  readonly status: number;
  /** Sent as JSON; nothing is sent without it. */
  readonly body?: unknown;
  /** A Set-Cookie value. */
  readonly cookie: string | null;
}

/** `wrong` is a sentence for whoever wrote the request: which field of the body is not as it has to be. */
type Judged<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly code: ErrorCode; readonly wrong?: string | null };

export type Answer = Judged<{ reply: Reply }>;

export function replyWith(status: number, body?: unknown, cookie: string | null = null): Answer {
  return { ok: true, reply: { status, body, cookie } };
}

export function answering<Params>(
  handle: (request: Request<Params>) => Promise<Answer> | Answer,
): RequestHandler<Params> {
  return async (request, response) => {
    const answer = await handle(request);
    if (!answer.ok) return refuse(response, answer.code, answer.wrong);
    const { status, body, cookie } = answer.reply;
    if (cookie !== null) response.append('Set-Cookie', cookie);
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  };
}

export function refuse(response: Response, code: ErrorCode, wrong: string | null = null): void {
  const { status } = errors[code];
  if (status === 429) response.set('Retry-After', '60');
  else if (status === 503) response.set('Retry-After', '1');
  response.status(status).json({ ...errorBody(code), ...(wrong !== null && { next: wrong }) });
}

export function parseBody<T extends z.ZodMiniType>(
  schema: T,
  request: Pick<Request, 'body'>,
): Judged<{ body: z.infer<T> }> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return { ok: true, body: parsed.data };
  return { ok: false, code: 'bad-input', wrong: wrongInput(parsed.error.issues) };
}

/** The last stop of every exception. What Express and its body parser throw at bad requests is not a failure of ours. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const code = codeOf(error);
    if (errors[code].status >= 500) log.error({ err: error, method: request.method }, 'a request failed');
    if (response.headersSent) next(error);
    else refuse(response, code);
  };
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof StoreFailure) return 'store-failed';
  if (error instanceof RoomDeleted) return 'room-deleted';
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-input' : 'internal';
}
