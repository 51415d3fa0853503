import type { RoomId } from '#protocol/ids.ts';
import { browserDevice, type Device } from './device.ts';
import { forgetFacilitatorLink, readFacilitatorLink } from './facilitator-link.ts';
import { peek } from './rooms-api.ts';

/**
 * The facilitators' link that this browser keeps, as a path; null where it keeps none, or one that was ended by another
 * facilitator and is forgotten now. Offline it is taken for good.
 */
export async function liveFacilitatorLink(
  room: RoomId,
  device: Device = browserDevice(),
): Promise<string | null> {
  const link = readFacilitatorLink(room, device);
  if (link === null) return null;
  const seen = await peek(room, link.split('#').at(-1) ?? '');
  if (seen.ok || seen.code !== 'not-found') return link;
  forgetFacilitatorLink(room, device);
  return null;
}
