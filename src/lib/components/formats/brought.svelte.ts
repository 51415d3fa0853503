/** Markdown that was brought in a file, until it is looked at. It lasts as long as the page stays loaded. */
import { formats as words } from '$lib/text/formats.ts';

/** Bytes; the largest agenda that a room takes is far below. */
const largest = 512 * 1024;

class Brought {
  markdown = $state('');
  problem = $state<string | null>(null);

  /** Whether there is something to look at. */
  async read(file: File): Promise<boolean> {
    this.problem = null;
    if (file.size > largest) this.problem = words.tooLarge;
    else this.markdown = await file.text().catch(() => (this.problem = words.unreadable));
    return this.problem === null;
  }
}

export const brought = new Brought();
