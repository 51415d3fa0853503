/** The page opens without a network where the browser lets a site keep its files: https, or this machine itself. */
export function keepAppOffline(): void {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return;
  // Without a worker everything but the cold start offline works, so there is nobody to tell.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
