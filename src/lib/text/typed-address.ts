/** An address as people type it. Only what looks like a host is completed: `javascript:` and words stay what they are. */
const name = /(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+/u;
const number = /(?:\d{1,3}\.){3}\d{1,3}/u;
const host = new RegExp(`^(?:${name.source}|${number.source})(?::\\d{1,5})?(?:[/?#]\\S*)?$`, 'u');

export function completedAddress(typed: string): string {
  const address = typed.trim();
  return host.test(address) ? `https://${address}` : address;
}
