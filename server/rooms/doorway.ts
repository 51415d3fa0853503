/** What a request says about where it comes from, believed only as far as the configuration allows. */
import type { IncomingMessage } from 'node:http';

export interface DoorwaySettings {
  /** Origins under which people reach this server; empty means: whatever host the request was sent to. */
  readonly origins: readonly string[];
  /** How many proxies in front are ours. Headers they did not write are ignored. */
  readonly trustedProxyHops: number;
}

export class Doorway {
  readonly #origins: ReadonlySet<string>;
  readonly #hops: number;

  constructor({ origins, trustedProxyHops }: DoorwaySettings) {
    this.#origins = new Set(origins);
    this.#hops = trustedProxyHops;
  }

  /** Whether the browser says that a page of ours sent this. A request that does not say counts as foreign. */
  isOwnOrigin(request: IncomingMessage): boolean {
    const { origin, host } = request.headers;
    if (origin === undefined) return false;
    return this.#origins.size > 0 ? this.#origins.has(origin) : hostOf(origin) === host?.toLowerCase();
  }

  /** Whether people reach this server through https, so that cookies must be bound to it. */
  isSecure(request: IncomingMessage): boolean {
    if ('encrypted' in request.socket) return true;
    const forwarded = this.#forwarded(request.headers['x-forwarded-proto']);
    if (forwarded !== null) return forwarded === 'https';
    return this.#origins.size > 0 && [...this.#origins].every((origin) => origin.startsWith('https:'));
  }

  /** Where people reach this server: under the host that was asked, or the first that is configured. */
  originOf(request: IncomingMessage): string {
    const asked = `${this.isSecure(request) ? 'https' : 'http'}://${request.headers.host ?? ''}`;
    const [first] = this.#origins;
    return first === undefined || this.#origins.has(asked) ? asked : first;
  }

  /** Whom rates are counted for: an IPv4 address, or the /64 network of an IPv6 address. */
  addressOf(request: IncomingMessage): string {
    const address = this.#forwarded(request.headers['x-forwarded-for']) ?? request.socket.remoteAddress ?? '';
    return networkOf(address);
  }

  /** The entry that the outermost of our own proxies appended; what stands left of it anybody can write. */
  #forwarded(header: string | string[] | undefined): string | null {
    if (this.#hops === 0 || header === undefined) return null;
    const entries = String(header).split(',');
    return entries.at(-this.#hops)?.trim() ?? entries[0]?.trim() ?? null;
  }
}

function hostOf(origin: string): string | null {
  const url = URL.parse(origin);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === origin
    ? url.host
    : null;
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return `${[...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':')}::/64`;
}
