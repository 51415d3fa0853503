/** Where a link leads, as much of it as fits beside an entry: the host first, since it says whose it is. */
const most = 48;

export function hostOf(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  const whole = `${host}${pathname === '/' ? '' : pathname}${search}${hash}`;
  return whole.length > most ? `${whole.slice(0, most)}…` : whole;
}
