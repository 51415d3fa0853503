/** What happens to a page from outside. Both calls return nothing and may come in any order; returns its own stop. */
export interface PageEvents {
  /** The page may have been asleep. */
  readonly woke: () => void;
  /** Whatever was open before is probably dead, though nobody has said so yet. */
  readonly networkChanged: () => void;
}

export function onPageEvents({ woke, networkChanged }: PageEvents): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', networkChanged, { signal });
  window.addEventListener('offline', networkChanged, { signal });
  window.addEventListener('pageshow', woke, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') woke();
    },
    { signal },
  );
  return () => listening.abort();
}
