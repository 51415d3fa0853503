import { StoreFailure } from '../store.ts';

/** Below this, two connections can damage a write-ahead log while it is reset. */
const least = [3, 51, 3] as const;

/** Throws a StoreFailure for a library older than 3.51.3; `version` as `sqlite_version()` gives it. */
export function assertSqliteVersion(version: string): void {
  if (isAtLeast(version.split('.').map(Number))) return;
  throw new StoreFailure(
    `SQLite ${version} can damage its write-ahead log; Hearth needs ${least.join('.')} or newer. ` +
      'Start it with the Node that npm installs (npm start).',
  );
}

function isAtLeast(version: readonly number[]): boolean {
  for (const [place, wanted] of least.entries()) {
    const found = version[place] ?? 0;
    if (Number.isNaN(found) || found < wanted) return false;
    if (found > wanted) return true;
  }
  return true;
}
