/**
 * What a browser may do with what we send. The app is static, so the policy names the one inline script of its page,
 * and the few inline style attributes, by hash. Nothing from another origin, nothing inline beside those.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Doorway } from '../rooms/doorway.ts';

export interface InlineParts {
  /** Hash sources of inline scripts. */
  readonly scripts: readonly string[];
  /** Hash sources of style attributes. */
  readonly styles: readonly string[];
}

/** How SvelteKit hides the element in which it reads out the new page's title. */
const announcerStyle =
  'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';

/** Hashes of what stands inline in the built page. */
export function inlinePartsOf(page: string): InlineParts {
  const scripts = page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = page.matchAll(/\sstyle="([^"]*)"/g);
  return {
    scripts: Array.from(scripts, ([, script = '']) => hashSource(script)),
    styles: [announcerStyle, ...Array.from(styles, ([, style = '']) => style)].map(hashSource),
  };
}

/** Without inline parts there is no content policy: in development Vite serves scripts and styles of its own. */
export function securityHeaders(doorway: Doorway, inline: InlineParts | null): RequestHandler {
  const overHttp = headers(false, inline);
  const overHttps = headers(true, inline);
  return (request, response, next) => {
    response.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    (doorway.isSecure(request) ? overHttps : overHttp)(request, response, next);
  };
}

/** On plain http, browsers ignore the https-only headers with a warning, and upgrading requests would break the app. */
function headers(secure: boolean, inline: InlineParts | null): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: inline !== null && { useDefaults: false, directives: directives(inline) },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    strictTransportSecurity: secure && { includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}

function directives({ scripts, styles }: InlineParts) {
  const self = "'self'";
  const none = "'none'";
  return {
    defaultSrc: [none],
    scriptSrc: [self, ...scripts],
    styleSrc: [self],
    styleSrcAttr: ["'unsafe-hashes'", ...styles],
    imgSrc: [self, 'data:'],
    fontSrc: [self],
    manifestSrc: [self],
    workerSrc: [self],
    connectSrc: [self, (request: IncomingMessage) => socketSources(request.headers.host)],
    objectSrc: [none],
    baseUri: [none],
    formAction: [self],
    frameAncestors: [none],
  };
}

/** Not every browser takes 'self' to cover WebSockets of the same host. */
function socketSources(host: string | undefined): string {
  return host !== undefined && /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host)
    ? `ws://${host} wss://${host}`
    : "'self'";
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
