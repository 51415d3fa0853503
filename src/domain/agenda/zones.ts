/** Time zones by their IANA names. */

/** Known here by that name. Offsets such as `+02:00` are none: they do not know summer. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
