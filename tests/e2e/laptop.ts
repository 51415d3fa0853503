/** A computer of somebody's own, with its own browser process: it can die. */
import { chromium, type Browser, type BrowserContextOptions, type BrowserServer } from '@playwright/test';
import { Facilitator } from './facilitator.ts';
import { browserArgs, findBrowser } from '../../scripts/find-browser.ts';

export class Laptop {
  readonly #process: BrowserServer;
  readonly #browser: Browser;

  private constructor(process: BrowserServer, browser: Browser) {
    this.#process = process;
    this.#browser = browser;
  }

  static async open(): Promise<Laptop> {
    const executablePath = findBrowser();
    if (executablePath === null) throw new Error('no Chromium found');
    const process = await chromium.launchServer({ executablePath, args: browserArgs });
    return new Laptop(process, await chromium.connect(process.wsEndpoint()));
  }

  async facilitator(name: string, device: BrowserContextOptions): Promise<Facilitator> {
    const context = await this.#browser.newContext({ locale: 'en-GB', ...device });
    return new Facilitator(await context.newPage(), name);
  }

  /** Nothing is said and nothing is finished. */
  async die(): Promise<void> {
    await this.#process.kill();
  }
}
