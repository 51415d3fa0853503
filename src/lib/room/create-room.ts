import type { Outcome } from '#protocol/errors.ts';
import type { NewRoomAnswer } from '#protocol/http.ts';
import type { RoomWish } from './rooms-api.ts';

/**
 * This browser is the facilitator's from then on, and remembers the room. What that needs is loaded only now, so that
 * the landing page shows without it; `unreachable` also when it could not be loaded.
 */
export async function createRoom(wish: RoomWish): Promise<Outcome<{ answer: NewRoomAnswer }>> {
  try {
    const [api, recent] = await Promise.all([import('./rooms-api.ts'), import('./recent-rooms.ts')]);
    const made = await api.createRoom(wish);
    if (made.ok) {
      const { room } = made.answer;
      recent.remember({ room, title: wish.title, role: 'facilitator', at: Date.now() });
    }
    return made;
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
