import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** A static app with one fallback page: the server decides nothing about what a page contains. */
/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'app.html' }),
    alias: {
      '#domain': 'src/domain',
      '#protocol': 'src/protocol',
    },
    // The boot script is inline; its hash is read from the built page and sent in the header (server/http).
    csp: { mode: 'hash', directives: { 'script-src': ['self'] } },
    serviceWorker: { register: false },
    version: { pollInterval: 0 },
  },
};
