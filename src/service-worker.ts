/**
 * Keeps the app's own files, so that a room opens without a network; what people write is kept elsewhere. A page is
 * fetched first and taken from here only when that fails. Whatever the server says of a room is never kept.
 */
import { build, files, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const cacheName = `hearth-${version}`;
/** The one page there is: the server answers every page address with it. */
const shell = '/';
const kept: ReadonlySet<string> = new Set([...build, ...files]);
const neverKept = ['/api/', '/sync/', '/socket.io/'];
const patienceMs = 4_000;

worker.addEventListener('install', (event) => {
  const page = new Request(shell, { cache: 'reload' });
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...kept])));
});

/** An earlier version is dropped only when no page of it is open any more. */
worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherVersions().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (neverKept.some((prefix) => pathname.startsWith(prefix))) return;
  if (kept.has(pathname)) event.respondWith(fromCache(pathname, request));
  else if (request.mode === 'navigate') event.respondWith(pageFor(request));
});

async function fromCache(key: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(key)) ?? fetch(request);
}

/** A server that is starting or gone answers through its proxy with 5xx: the page can do better. */
async function pageFor(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const cached = await cache.match(shell);
  if (!cached) return fetch(request);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    return fresh.status >= 500 ? cached : fresh;
  } catch {
    return cached;
  }
}

async function dropOtherVersions(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('hearth-') && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}
