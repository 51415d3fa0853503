/** People of a meeting, each in front of a browser of their own. They find things the way people do: by role and label. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Anybody with a page: sees what everybody may see. */
export class Visitor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** To the tab, at which a page asks for the time: whoever skipped some shows it everywhere like this. */
  async comesBack(): Promise<void> {
    await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  /** The browser itself leaves the network, or comes back. */
  async loseNetwork(): Promise<void> {
    await this.page.context().setOffline(true);
  }

  async findNetwork(): Promise<void> {
    await this.page.context().setOffline(false);
  }

  /** The browser has stored what it needs to open the page by itself. */
  async isReadyForOffline(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(() => this.page.evaluate(() => navigator.serviceWorker.controller?.state))
      .toBe('activated');
  }

  /** What was typed so far is in the browser's storage, which writes it a moment after the key press. */
  async hasStored(): Promise<void> {
    await this.page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('the storage does not open'));
        });
        // Waits its turn behind every write that was begun before.
        if (db.objectStoreNames.contains('updates'))
          await new Promise<void>((resolve) => {
            const look = db.transaction('updates');
            look.objectStore('updates').count();
            look.oncomplete = () => resolve();
          });
        db.close();
      }
    });
  }

  /** Opens a link and shows who may see what; the seat is taken by `join`. */
  async openLink(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async watch(link: string): Promise<void> {
    await this.openLink(link);
    await this.button('Watch without taking part').click();
    await this.isInRoom();
  }

  async isInRoom(): Promise<void> {
    await expect(this.rail).toBeVisible();
  }

  /** The part of the agenda this person looks at. */
  async looksAt(title: string): Promise<void> {
    await expect(this.part(title)).toHaveAttribute('aria-pressed', 'true');
  }

  async lookAt(title: string): Promise<void> {
    await this.part(title).click();
  }

  part(title: string): Locator {
    return this.rail.getByRole('button', { name: new RegExp(`^${title}\\b`) });
  }

  get rail(): Locator {
    return this.page.getByRole('navigation', { name: 'Agenda' });
  }

  /** A note on the board. */
  note(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  /** Something to read, with its tick. */
  preRead(title: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: title }).last();
  }

  get clock(): Locator {
    return this.page.getByRole('timer');
  }

  /** Seconds left on the screen; less than nothing when it is over. */
  async secondsLeft(): Promise<number> {
    const face = (await this.clock.innerText()).trim();
    const seconds = face
      .replace('+', '')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0);
    return face.startsWith('+') ? -seconds : seconds;
  }

  /** When the bell will ring by this screen, ms since the epoch by the clock of the test. */
  async endsAt(): Promise<number> {
    const left = await this.secondsLeft();
    return Date.now() + left * 1_000;
  }

  /** The seconds before a reveal, as everybody sees them. */
  get countIn(): Locator {
    return this.page.getByText(/^Notes are revealed in \d/);
  }

  async seesSaving(words: 'Saved' | 'Offline, kept on this device'): Promise<void> {
    await expect(this.words(words)).toBeVisible({ timeout: 20_000 });
  }

  /** Exactly these words, where they are to be seen. */
  words(text: string): Locator {
    return this.page.getByText(text, { exact: true }).filter({ visible: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** From the menu in the bar. */
  async choose(item: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}

/** Somebody with a desk. */
export class Participant extends Visitor {
  readonly name: string;

  constructor(page: Page, name: string) {
    super(page);
    this.name = name;
  }

  async join(link: string): Promise<void> {
    await this.openLink(link);
    await this.field('Your name').fill(this.name);
    await this.button('Join').click();
    await this.isInRoom();
  }

  get composer(): Locator {
    return this.field(/^New note/);
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  /** The words of the drafts on this person's desk, sorted. */
  async drafts(): Promise<string[]> {
    const fields = await this.field(/^Your draft/).all();
    return (await Promise.all(fields.map((field) => field.inputValue()))).sort();
  }

  async hasDrafts(...texts: string[]): Promise<void> {
    await expect.poll(() => this.drafts()).toEqual([...texts].sort());
  }

  /** The draft under which a side or a question stands. */
  draft(side: string): Locator {
    return this.field(`Your draft, ${side}`);
  }

  async changeNote(from: string, to: string): Promise<void> {
    await this.showOwnNotes();
    await this.note(from).getByRole('button', { name: 'Change' }).click();
    await this.field('Note').fill(to);
    await this.button('Save').click();
    await expect(this.note(to)).toBeVisible();
  }

  async withdrawNote(text: string): Promise<void> {
    await this.showOwnNotes();
    await this.note(text).getByRole('button', { name: 'Withdraw' }).click();
    await this.dialog('Withdraw this note?').getByRole('button', { name: 'Withdraw' }).click();
    await expect(this.note(text)).toHaveCount(0);
  }

  async showOwnNotes(): Promise<void> {
    const toggle = this.button('Change my notes');
    if (await toggle.isVisible()) await toggle.click();
  }

  /** The field of the new decision. */
  async addDecision(text: string): Promise<Locator> {
    await this.button('Add a decision').click();
    return this.typeIntoFocused(text);
  }

  async addAction(title: string): Promise<Locator> {
    await this.button('Add an action').click();
    return this.typeIntoFocused(title);
  }

  async giveOwner(title: string, owner: string): Promise<void> {
    await this.button(new RegExp(`^Owner of ${title}`)).click();
    await this.dialog('Who does it?').getByRole('button', { name: owner, exact: true }).click();
    await expect(this.button(`Owner of ${title}: ${owner}`)).toBeVisible();
  }

  async giveDate(title: string, when: string): Promise<void> {
    await this.button(new RegExp(`^Date of ${title}`)).click();
    await this.dialog('By when?').getByRole('button', { name: when }).click();
    await expect(this.button(`Date of ${title}: Needs a date`)).toHaveCount(0);
  }

  private async typeIntoFocused(text: string): Promise<Locator> {
    const field = this.page.locator('textarea:focus');
    await field.pressSequentially(text);
    return this.page.getByRole('textbox', { name: await labelOf(field), exact: true });
  }
}

async function labelOf(field: Locator): Promise<string> {
  return field.evaluate(({ labels }: HTMLTextAreaElement) => labels[0]?.textContent ?? '');
}
