import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Doorway } from '../../../server/rooms/doorway.ts';

function request(
  headers: Record<string, string>,
  remoteAddress = '203.0.113.9',
  encrypted = false,
): IncomingMessage {
  const socket = { remoteAddress, ...(encrypted && { encrypted }) };
  return { headers, socket } as unknown as IncomingMessage;
}

const open = new Doorway({ origins: [], trustedProxyHops: 0 });
const named = new Doorway({ origins: ['https://retro.example.org'], trustedProxyHops: 0 });
const proxied = new Doorway({ origins: [], trustedProxyHops: 1 });

describe('T-31 whose page a request comes from', () => {
  it.each([
    ['the same host', 'http://localhost:3000', 'localhost:3000', true],
    [
      'the same host over https, in front of which a proxy stands',
      'https://localhost:3000',
      'localhost:3000',
      true,
    ],
    ['the same host in capitals', 'http://retro.example.org', 'Retro.Example.ORG', true],
    ['another host', 'http://evil.example', 'localhost:3000', false],
    ['another port', 'http://localhost:3001', 'localhost:3000', false],
    ['no port', 'http://localhost', 'localhost:3000', false],
    ['a host that ends like ours', 'http://evil-retro.example.org', 'retro.example.org', false],
    ['a host that begins like ours', 'http://retro.example.org.evil.example', 'retro.example.org', false],
    ['a subdomain', 'http://a.retro.example.org', 'retro.example.org', false],
    ['an opaque origin', 'null', 'localhost:3000', false],
    ['a file', 'file://', '', false],
    ['an extension', 'chrome-extension://localhost:3000', 'localhost:3000', false],
    ['our host as user name', 'http://localhost:3000@evil.example', 'localhost:3000', false],
    ['a path behind our host', 'http://localhost:3000/', 'localhost:3000', false],
    ['nothing', '', '', false],
  ])('%s', (_what, origin, host, isOwn) => {
    expect(open.isOwnOrigin(request({ origin, host }))).toBe(isOwn);
  });

  it('counts a request that does not say as foreign', () => {
    expect(open.isOwnOrigin(request({ host: 'localhost:3000' }))).toBe(false);
  });

  it('takes the named origins and no other once there are some', () => {
    const host = 'localhost:3000';
    expect(named.isOwnOrigin(request({ origin: 'https://retro.example.org', host }))).toBe(true);
    expect(named.isOwnOrigin(request({ origin: 'http://localhost:3000', host }))).toBe(false);
    expect(named.isOwnOrigin(request({ origin: 'http://retro.example.org', host }))).toBe(false);
  });
});

describe('where people reach the server', () => {
  it('is the host that was asked, by the way it was asked', () => {
    expect(open.originOf(request({ host: '192.168.1.5:3000' }))).toBe('http://192.168.1.5:3000');
    const forwarded = { host: 'retro.example.org', 'x-forwarded-proto': 'https' };
    expect(proxied.originOf(request(forwarded))).toBe('https://retro.example.org');
  });

  it('is a configured address where there are some, whatever host was asked', () => {
    const two = new Doorway({ origins: ['https://a.example', 'https://b.example'], trustedProxyHops: 0 });
    expect(two.originOf(request({ host: 'b.example' }))).toBe('https://b.example');
    expect(two.originOf(request({ host: 'evil.example' }))).toBe('https://a.example');
  });
});

describe('whether people come by https', () => {
  it('is what the connection says', () => {
    expect(open.isSecure(request({}))).toBe(false);
    expect(open.isSecure(request({}, '203.0.113.9', true))).toBe(true);
  });

  it('is what our own proxy says', () => {
    expect(proxied.isSecure(request({ 'x-forwarded-proto': 'https' }))).toBe(true);
    expect(proxied.isSecure(request({ 'x-forwarded-proto': 'http' }))).toBe(false);
  });

  it('is not what a stranger says', () => {
    expect(open.isSecure(request({ 'x-forwarded-proto': 'https' }))).toBe(false);
  });

  it('follows from an origin that only exists over https', () => {
    expect(named.isSecure(request({}))).toBe(true);
  });
});

describe('T-53 whom a rate is counted for', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.1, 198.51.100.2', 'x-real-ip': '198.51.100.3' };

  it('is the other end of the connection, whatever the headers say', () => {
    expect(open.addressOf(request(forwarded))).toBe('203.0.113.9');
  });

  it('is what the last of our proxies saw', () => {
    expect(proxied.addressOf(request(forwarded))).toBe('198.51.100.2');
  });

  it('counts back as many proxies as are ours', () => {
    const two = new Doorway({ origins: [], trustedProxyHops: 2 });
    expect(two.addressOf(request(forwarded))).toBe('198.51.100.1');
  });

  it('is the proxy itself when it forwards nothing', () => {
    expect(proxied.addressOf(request({}))).toBe('203.0.113.9');
  });

  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('takes %s as %s', (address, counted) => {
    expect(open.addressOf(request({}, address))).toBe(counted);
  });
});
