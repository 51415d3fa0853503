/** Under which addresses this server can be opened: here, and from a phone in the same network. */
import { networkInterfaces } from 'node:os';

/** `undefined` as host means every interface. */
export function isOnEveryInterface(host: string | undefined): boolean {
  return host === undefined || host === '0.0.0.0' || host === '::';
}

/** For the machine itself. */
export function localOrigin(host: string | undefined, port: number): string {
  return `http://${isOnEveryInterface(host) ? 'localhost' : bracketed(host ?? '')}:${port}`;
}

/** For other devices: the machine's IPv4 addresses where it listens on all of them, else its one address or none. */
export function networkOrigins(host: string | undefined, port: number): string[] {
  if (!isOnEveryInterface(host)) return isLoopback(host ?? '') ? [] : [localOrigin(host, port)];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

/** Whether a Host header or host name means this very machine, so that no other device can follow it. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?)(:\d+)?$/i.test(host);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
