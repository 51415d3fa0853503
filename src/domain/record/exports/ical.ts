/** Files for calendars (RFC 5545), all written by one library. */
import ICAL from 'ical.js';

/** The library does not count the space that begins a folded line; with it, no line has more than 75 octets. */
ICAL.foldLength = 74;

export { ICAL };

export function calendarFile(entries: readonly ICAL.Component[], about: 'Record' | 'Invitation'): string {
  const root = new ICAL.Component('vcalendar');
  root.updatePropertyWithValue('version', '2.0');
  root.updatePropertyWithValue('prodid', `-//Hearth//${about}//EN`);
  entries.forEach((one) => root.addSubcomponent(one));
  return `${root.toString()}\r\n`;
}
