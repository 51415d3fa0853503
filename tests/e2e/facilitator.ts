/** Whoever runs the meeting. */
import { expect, type Locator } from '@playwright/test';
import { newRoomAnswerSchema } from '../../src/protocol/http.ts';
import { Participant } from './people.ts';

export interface Links {
  readonly facilitator: string;
  readonly participant: string;
  readonly observer: string;
}

/** Somebody who runs the meeting, and takes part in it. */
export class Facilitator extends Participant {
  #links: Links | null = null;

  /** From the landing page into a room of their own. */
  async openRoom(
    origin: string,
    title: string,
    wish: { format?: string; minutes?: number } = {},
  ): Promise<void> {
    await this.page.goto(origin);
    await this.field('What are you looking back on?').fill(title);
    if (wish.format) await this.page.getByRole('combobox', { name: 'Format' }).selectOption(wish.format);
    if (wish.minutes) await this.page.getByRole('spinbutton', { name: 'Time' }).fill(String(wish.minutes));
    await this.field('Your name').fill(this.name);
    const answer = this.page.waitForResponse((response) => new URL(response.url()).pathname === '/api/rooms');
    await this.button('Start the retro').click();
    const { links } = newRoomAnswerSchema.parse(await (await answer).json());
    const full = (path: string) => new URL(path, origin).href;
    this.#links = {
      participant: full(links.participant),
      observer: full(links.observer),
      facilitator: full(links.facilitator),
    };
    await this.isInRoom();
  }

  /** Of the room that was opened, until somebody makes new ones. */
  get links(): Links {
    if (!this.#links) throw new Error(`${this.name} has opened no room.`);
    return this.#links;
  }

  async readLinks(): Promise<Links> {
    await this.button('Invite').click();
    const panel = this.dialog('Invite people');
    const linkFor = (whom: string) => panel.getByRole('textbox', { name: `For ${whom}` }).inputValue();
    const links = {
      participant: await linkFor('participants'),
      observer: await linkFor('observers'),
      facilitator: await linkFor('facilitators'),
    };
    await this.page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    return links;
  }

  get dock(): Locator {
    return this.page.getByRole('group', { name: 'Run the meeting' });
  }

  /** In the agenda builder, whose Markdown is open. */
  async useMarkdown(agenda: string): Promise<void> {
    await this.field('Agenda as Markdown').fill(agenda);
    await this.button('Use this agenda').click();
  }

  /** In a browser whose time zone is UTC. */
  async planStart(at: number): Promise<void> {
    const [date = '', time = ''] = new Date(at).toISOString().split('T');
    await this.button('Set date and time').click();
    const asked = this.dialog('Set date and time');
    await asked.getByLabel('Date').fill(date);
    await asked.getByLabel('Time', { exact: true }).fill(time.slice(0, 5));
    await asked.getByRole('button', { name: 'Save' }).click();
    await expect(asked).toBeHidden();
  }

  async start(): Promise<void> {
    await this.button('Start the meeting').click();
    await expect(this.clock).toBeVisible();
  }

  /** Goes on until the part with this title is the one that is on. */
  async goOnTo(title: string): Promise<void> {
    const part = this.part(title);
    while ((await part.getAttribute('aria-current')) === null) await this.goOn();
  }

  /** One round or part further, also away from notes that were not revealed and from people who still answer. */
  async goOn(): Promise<void> {
    const before = await this.whereItStands();
    await this.dock.getByRole('button', { name: /^Next/ }).click();
    const anyway = this.page.getByRole('button', { name: /^(Go on anyway|(Count|Drop) it and go on)$/ });
    await expect
      .poll(async () => (await anyway.isVisible()) || (await this.whereItStands()) !== before)
      .toBe(true);
    if (await anyway.isVisible()) await anyway.click();
    await expect.poll(() => this.whereItStands()).not.toBe(before);
  }

  /** The current part and, in it, the round or topic. */
  private async whereItStands(): Promise<string> {
    const part = await this.rail.locator('[aria-current="step"]').innerText();
    // A dialog that opens meanwhile has a banner, too; that of the page comes first.
    const bar = this.page.getByRole('banner').first();
    const round = /(?:Round|Topic) \d+/.exec(await bar.innerText());
    return `${part} ${round?.[0] ?? ''}`;
  }

  /** Of every part, as the rail has them. */
  async plannedMinutes(): Promise<number[]> {
    const parts = await this.rail.getByRole('listitem').allInnerTexts();
    return parts.map((part) => Number(/(\d+)\s*min/.exec(part)?.[1]));
  }

  async removeSeat(name: string): Promise<void> {
    await this.button(/^\d+ people here/).click();
    await this.button(`What ${name} may do`).click();
    await this.page.getByRole('menuitem', { name: 'Remove from the room' }).click();
    await this.dialog(`Remove ${name}?`).getByRole('button', { name: 'Remove' }).click();
    await this.page.keyboard.press('Escape');
  }

  async askReveal(): Promise<void> {
    await this.button('Reveal notes').click();
    await this.dialog('Reveal all notes?').getByRole('button', { name: 'Reveal', exact: true }).click();
  }

  /** By keyboard: there are three seconds for it. */
  async cancelReveal(): Promise<void> {
    await this.button('Cancel the reveal').press('Enter');
  }

  async reveal(): Promise<void> {
    await this.askReveal();
    await expect(this.button('Reveal notes')).toHaveCount(0, { timeout: 15_000 });
  }

  /** `why` is said where something is still open. */
  async closeRoom(why = 'Time is up'): Promise<void> {
    await this.dock.getByRole('button', { name: 'Close the room' }).click();
    const asked = this.dialog(/^(Close the room\?|Some things are unfinished)$/);
    await expect(asked).toBeVisible();
    const reason = asked.getByRole('textbox', { name: 'Why close now?' });
    if (await reason.isVisible()) await reason.fill(why);
    await asked.getByRole('button', { name: /^Close (the room|anyway)$/ }).click();
    await expect(this.page.getByText('This room is closed and can only be read.')).toBeVisible();
  }
}
