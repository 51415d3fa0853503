/** Calls when the page may have been asleep or without a network and should look around at once; returns its own stop. */
export function onWake(look: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('online', look, { signal });
  window.addEventListener('pageshow', look, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(), {
    signal,
  });
  return () => listening.abort();
}

/** Calls when the browser itself knows that there is no network any more; returns its own stop. */
export function onNetworkLost(lost: () => void): () => void {
  window.addEventListener('offline', lost);
  return () => window.removeEventListener('offline', lost);
}
