/** The lead changes hands rarely: what is said of it is fetched for that. */
import { late } from './late.ts';
import type * as RoleNews from './role-news.ts';

export const fetchRoleNews = late(() => import('./role-news.ts'));

/** Null also where it cannot be fetched: the screen shows who leads in any case. */
export async function newsOfRoles(ask: (from: typeof RoleNews) => string | null): Promise<string | null> {
  const from = await Promise.resolve(fetchRoleNews()).catch(() => null);
  return from && ask(from);
}
