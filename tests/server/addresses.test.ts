import { describe, expect, it } from 'vitest';
import { isLoopback, localOrigin, networkOrigins } from '../../server/addresses.ts';

describe('where a server can be opened', () => {
  it.each([
    [undefined, 'http://localhost:3000'],
    ['0.0.0.0', 'http://localhost:3000'],
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['10.0.0.5', 'http://10.0.0.5:3000'],
  ])('listening on %s this machine opens %s', (host, origin) => {
    expect(localOrigin(host, 3000)).toBe(origin);
  });

  it('names no address for others when it listens on loopback alone', () => {
    expect(networkOrigins('127.0.0.1', 3000)).toEqual([]);
    expect(networkOrigins('localhost', 3000)).toEqual([]);
    expect(networkOrigins('::1', 3000)).toEqual([]);
  });

  it('names the one address it listens on', () => {
    expect(networkOrigins('10.0.0.5', 3000)).toEqual(['http://10.0.0.5:3000']);
  });

  it('names only addresses that others can reach when it listens on all', () => {
    for (const origin of networkOrigins(undefined, 3000)) {
      expect(origin).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:3000$/);
      expect(isLoopback(new URL(origin).hostname)).toBe(false);
    }
  });

  it.each(['localhost', 'localhost:3000', '127.0.0.1:80', '[::1]:3000', '127.1.2.3'])(
    '%s is this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['localhost.evil.example', '10.0.0.5:3000', '127.0.0.1.evil.example', ''])(
    '"%s" is not',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
