/** Words with several lines, as their lines come. Nothing past `most` characters is taken in. */
export class LongText {
  readonly #most: number;
  readonly #lines: string[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** False where the line has no room. */
  add(line: string): boolean {
    const length = this.#length + line.length + (this.#lines.length > 0 ? 1 : 0);
    if (length > this.#most) return false;
    this.#lines.push(line);
    this.#length = length;
    return true;
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}
