/**
 * The built app: a few files, read once and sent from memory under exactly the paths they have, so that no path can
 * reach anything else. Every page is the same file; the browser finds out which one it is.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { inlinePartsOf, type InlineParts } from './security-headers.ts';

export interface BuiltApp {
  readonly inline: InlineParts;
  readonly serve: RequestHandler;
}

type Encoding = 'br' | 'gzip' | 'identity';

interface File {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  /** Filled as browsers ask; what does not shrink stays as it is. */
  readonly bytes: Map<Encoding, Buffer>;
}

const fallbackPage = '/app.html';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = /^text|json|svg/;

/** Reads the directory at once; throws when there is no build in it. */
export function builtApp(directory: string): BuiltApp {
  const files = new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const url = `/${relative(directory, path).split(sep).join('/')}`;
        return [url, readFile(path, url)];
      }),
  );
  const page = files.get(fallbackPage);
  if (!page) throw new Error(`there is no built app in ${directory}; \`npm run build\` makes one`);
  return {
    inline: inlinePartsOf(String(page.bytes.get('identity'))),
    serve(request, response, next) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      const file = files.get(request.path);
      if (file && file !== page) return send(file, 200, request, response);
      send(page, isPage(request.path) ? 200 : 404, request, response);
    },
  };
}

/** The landing page, the formats, a saved record, the door of a room, a room and its views. */
function isPage(path: string): boolean {
  return /^\/$|^\/(saved|formats)\/?$|^\/[jr]\/[a-z0-9_-]+(\/[a-z-]+)?\/?$/.test(path);
}

function readFile(path: string, url: string): File {
  const bytes = readFileSync(path);
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    // Names below carry a hash of their content; everything else must be asked for again.
    cache: url.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    bytes: new Map([['identity', bytes]]),
  };
}

function send(file: File, status: number, request: Request, response: Response): void {
  response.set({ ETag: file.etag, 'Cache-Control': file.cache, Vary: 'Accept-Encoding' });
  if (status === 200 && request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  const encoding = compressible.test(file.type) ? acceptedEncoding(request) : 'identity';
  const bytes = encoded(file, encoding);
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.status(status).set({ 'Content-Type': file.type, 'Content-Length': String(bytes.byteLength) });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Asked one by one: browsers that take both name gzip first. */
function acceptedEncoding(request: Request): Encoding {
  return (['br', 'gzip'] as const).find((encoding) => request.acceptsEncodings(encoding)) ?? 'identity';
}

function encoded(file: File, encoding: Encoding): Buffer {
  const plain = file.bytes.get('identity') ?? Buffer.alloc(0);
  const bytes = file.bytes.get(encoding) ?? compress(plain, encoding);
  file.bytes.set(encoding, bytes);
  return bytes;
}

function compress(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(bytes, { level: 9 });
  if (encoding === 'br')
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return bytes;
}
