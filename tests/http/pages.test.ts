import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import { Browser } from '../support/people.ts';
import { pageScript, startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let browser: Browser;
beforeAll(async () => {
  server = await startOwnServer();
  browser = new Browser(server.origin);
});
afterAll(() => server.close());

const html = 'text/html; charset=utf-8';
const room = 'abcdefgh12345678';

describe('pages', () => {
  it.each([
    '/',
    '/saved',
    '/formats',
    `/j/${room}`,
    `/r/${room}`,
    `/r/${room}/record`,
    `/r/${room}?as=observer`,
  ])('%s is the app', async (path) => {
    const response = await browser.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(html);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain(pageScript);
  });

  it.each(['/nope', '/r', '/j/', '/app.html', '/api.html', '/_app/immutable/entry/gone.js'])(
    '%s is the app’s own page for what is not there',
    async (path) => {
      const response = await browser.get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe(html);
    },
  );

  it('T-57 are nothing but the files of the build', async () => {
    const tricks = [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/_app/%00',
      '/.env',
      '//etc/passwd',
      '/_app/',
    ];
    for (const path of tricks) {
      const response = await browser.get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('"hearth"');
    }
  });

  it('keep for a year what has a hash in its name, and ask again for the rest', async () => {
    const entry = await browser.get('/_app/immutable/entry/start.abc123.js');
    expect(entry.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(entry.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const version = await browser.get('/_app/version.json');
    expect(version.headers.get('cache-control')).toBe('no-cache');
    const again = await browser.get('/_app/version.json', {
      headers: { 'if-none-match': version.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('travel compressed where the browser can read that', async () => {
    const path = '/_app/immutable/entry/start.abc123.js';
    for (const [accepts, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await browser.get(path, { headers: { 'accept-encoding': accepts } });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(await response.text()).toContain('export const kit');
    }
  });

  it('answer HEAD with the headers alone', async () => {
    const response = await browser.ask('HEAD', '/', { headers: { 'accept-encoding': 'identity' } });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100);
    expect(await response.text()).toBe('');
  });
});

describe('T-27 what a page may do', () => {
  it('is run its own script and nothing that anybody slipped in', async () => {
    const policy = (await browser.get('/')).headers.get('content-security-policy') ?? '';
    const rules = new Map(
      policy.split(';').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    const hash = createHash('sha256').update(pageScript).digest('base64');
    expect(rules.get('script-src')).toBe(`'self' 'sha256-${hash}'`);
    expect(rules.get('style-src')).toBe(`'self'`);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https:/);
    for (const [rule, sources] of [
      ['default-src', `'none'`],
      ['object-src', `'none'`],
      ['base-uri', `'none'`],
      ['form-action', `'self'`],
      ['frame-ancestors', `'none'`],
    ] as const) {
      expect(rules.get(rule)).toBe(sources);
    }
  });

  it('includes connecting back to this host, and to no other', async () => {
    const policyFor = async (host: string) => {
      const response = await browser.get('/', { headers: { host } });
      return /connect-src ([^;]*)/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    };
    const own = new URL(server.origin).host;
    expect(await policyFor(own)).toBe(`'self' ws://${own} wss://${own}`);
  });

  it('is the same on every answer, errors and data included', async () => {
    for (const path of ['/', '/nope', '/api/nope', '/healthz', '/_app/version.json', '/%zz']) {
      const { headers } = await browser.get(path);
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('asks for https for good only where people come by https', async () => {
    expect((await browser.get('/')).headers.get('strict-transport-security')).toBeNull();
    const secure = await startOwnServer({ env: { HEARTH_TRUSTED_PROXIES: '1' } });
    const { headers } = await new Browser(secure.origin).get('/', {
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
    await secure.close();
  });
});

describe('what is not there', () => {
  it.each(['/api', '/api/nope', '/api/rooms', `/api/rooms/${room}`, `/api/rooms/${room}/nope`])(
    '%s is a sentence',
    async (path) => {
      const response = await browser.get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual(errorBody('not-found'));
    },
  );
});
