/** `test` with a real server, and people who come when they are asked for, each with a browser of their own. */
import { join } from 'node:path';
import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from '@playwright/test';
import { startServerProcess, type ServerProcess } from '../support/server.ts';
import { Facilitator } from './facilitator.ts';
import { Participant, Visitor } from './people.ts';

export { expect };

/** The app as `npm run build` left it, unless told otherwise. */
export const app = process.env['HEARTH_TEST_APP'] ?? join(import.meta.dirname, '../../build');
/** Everybody in every test comes from one address. */
const env = { HEARTH_ROOMS_PER_HOUR: '0', HEARTH_JOINS_PER_MINUTE: '0', HEARTH_LOG_LEVEL: 'trace' };

export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

interface Places {
  /** Shared by the tests of a worker; each opens a room of its own. */
  readonly hearth: ServerProcess;
  /** Of one test alone, which may kill it. */
  readonly ownHearth: ServerProcess;
  readonly company: Company;
  /**
   * Whether browsers store the app for when they are offline. It takes about as long as joining does, so only the
   * stories that are about it, and those of whole meetings, wait for it.
   */
  readonly storesApp: boolean;
}

/** Whoever is asked for here arrives with a browser that knows nothing yet. */
export class Company {
  readonly #browser: Browser;
  readonly #shared: BrowserContextOptions;
  readonly #contexts: BrowserContext[] = [];
  /** What no page caught, whoever's it was. */
  readonly uncaught: string[] = [];

  constructor(browser: Browser, shared: BrowserContextOptions) {
    this.#browser = browser;
    this.#shared = { locale: 'en-GB', ...shared };
  }

  async facilitator(name: string, device = desktop): Promise<Facilitator> {
    return new Facilitator(await this.#open(device), name);
  }

  async participant(name: string, device = desktop): Promise<Participant> {
    return new Participant(await this.#open(device), name);
  }

  async visitor(device = desktop): Promise<Visitor> {
    return new Visitor(await this.#open(device));
  }

  async inNewTab(person: Participant): Promise<Participant> {
    return new Participant(await person.page.context().newPage(), person.name);
  }

  /** Somebody's seat in a browser that has nothing else of theirs: what they see there comes from the server. */
  async inFreshBrowser(person: Participant): Promise<Participant> {
    const page = await this.#open(desktop);
    await page.context().addCookies(await person.page.context().cookies());
    return new Participant(page, person.name);
  }

  async leave(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  async #open(device: BrowserContextOptions) {
    const context = await this.#browser.newContext({ ...this.#shared, ...device });
    this.#contexts.push(context);
    // What could not be fetched has an empty stack.
    context.on('weberror', (thrown) => {
      const { stack = '', message } = thrown.error();
      this.uncaught.push(stack === '' ? message : stack);
    });
    return context.newPage();
  }
}

async function withServer(use: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await startServerProcess({ app, env });
  await use(server);
  await server.close();
}

export const test = base.extend<Omit<Places, 'hearth'> & { serverLog: void }, Pick<Places, 'hearth'>>({
  hearth: [({ browserName: _ }, use) => withServer(use), { scope: 'worker' }],
  ownHearth: ({ browserName: _ }, use) => withServer(use),
  storesApp: [false, { option: true }],
  company: async ({ browser, storesApp }, use) => {
    const company = new Company(browser, { serviceWorkers: storesApp ? 'allow' : 'block' });
    await use(company);
    await company.leave();
    expect(company.uncaught).toEqual([]);
  },
  serverLog: [
    async ({ hearth }, use, info) => {
      await use();
      if (info.status !== info.expectedStatus) await info.attach('server.log', { body: hearth.output });
    },
    { auto: true },
  ],
});
