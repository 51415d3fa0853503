/** Links as others need them. The server may hand out paths; the address is then the one this page was opened at. */
export function absolute(link: string): string {
  return new URL(link, location.origin).href;
}

/** No other device can open it. */
export function isOnlyHere(link: string): boolean {
  const { hostname } = new URL(absolute(link));
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
