import type { LinksAnswer } from '#protocol/http.ts';

/** Where others reach the room: this page's origin, or the first that the server knows for other devices. */
export function originFor(links: LinksAnswer | null): string {
  return links?.addresses?.[0] ?? location.origin;
}

/** Links come as paths or whole; what is sent to others is whole. */
export function absolute(link: string, origin: string): string {
  const { pathname, hash, host } = new URL(link, location.origin);
  return host === location.host ? `${origin}${pathname}${hash}` : link;
}

/** No other device can open it. */
export function isOnlyHere(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
