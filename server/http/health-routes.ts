/** For whoever watches over the process: does it live, and can it store something now. */
import { Router } from 'express';
import type { Clock } from '../rooms/surroundings.ts';
import type { Store } from '../store/store.ts';
import { answering, replyWith, type Answer } from './answering.ts';

/** Anybody may ask, so the disk is asked at most this often. */
const probeEveryMs = 1_000;

export interface HealthRoutesOptions {
  readonly store: Pick<Store, 'probe'>;
  readonly clock: Clock;
  readonly isStopping: () => boolean;
}

export function healthRoutes({ store, clock, isStopping }: HealthRoutesOptions): Router {
  const router = Router();
  let probedAt = Number.NEGATIVE_INFINITY;
  let probed: Promise<boolean> = Promise.resolve(false);

  function canStore(): Promise<boolean> {
    if (clock.now() - probedAt < probeEveryMs) return probed;
    probedAt = clock.now();
    probed = store.probe().then(
      () => true,
      () => false,
    );
    return probed;
  }

  router.get(
    '/healthz',
    answering(() => replyWith(200, { ok: true })),
  );
  router.get(
    '/readyz',
    answering(async (): Promise<Answer> => {
      if (isStopping()) return { ok: false, code: 'restarting' };
      return (await canStore()) ? replyWith(200, { ok: true }) : { ok: false, code: 'store-failed' };
    }),
  );
  return router;
}
