import type { Environment } from 'vitest/runtime';

/** Modules as the browser gets them (runes compiled for the client), in Node and without a DOM. */
const browserModules: Environment = {
  name: 'browser-modules',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};

export default browserModules;
