/**
 * Reads lib0's variable-length encoding and never looks past the end of its bytes. (lib0's own reader makes views
 * of the underlying buffer from declared lengths, and a frame lies in a pool shared with other frames.)
 */
import { decodeUtf8 } from 'lib0/string';

/** Thrown by readers, caught where the reading began. */
export class UnreadableBytes extends Error {}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new UnreadableBytes('ends in the middle');
    this.#at++;
    return byte;
  }

  uint(): number {
    const first = this.byte();
    return first < 0x80 ? first : this.#continue(first & 0x7f, 0x80);
  }

  /** Sign in the second bit of the first byte, as lib0 writes integers that may be negative. */
  int(): number {
    const first = this.byte();
    const size = first & 0x3f;
    return (first & 0x40 ? -1 : 1) * (first < 0x80 ? size : this.#continue(size, 0x40));
  }

  /** How many of something follow; each takes at least `bytesEach`, so a lie is found before anything is made. */
  count(bytesEach: number): number {
    const count = this.uint();
    if (count * bytesEach > this.left) throw new UnreadableBytes('declares more than it carries');
    return count;
  }

  bytes(): Uint8Array {
    return this.#take(this.count(1));
  }

  string(): string {
    try {
      return decodeUtf8(this.bytes());
    } catch {
      throw new UnreadableBytes('text that is not UTF-8');
    }
  }

  float32(): number {
    return viewOf(this.#take(4)).getFloat32(0);
  }

  float64(): number {
    return viewOf(this.#take(8)).getFloat64(0);
  }

  end(): void {
    if (this.left > 0) throw new UnreadableBytes('bytes behind the end');
  }

  #take(length: number): Uint8Array {
    if (length > this.left) throw new UnreadableBytes('ends in the middle');
    const from = this.#at;
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }

  #continue(low: number, weight: number): number {
    let number = low;
    for (let times = weight; ; times *= 0x80) {
      const byte = this.byte();
      number += (byte & 0x7f) * times;
      if (number > Number.MAX_SAFE_INTEGER) throw new UnreadableBytes('a number out of range');
      if (byte < 0x80) return number;
    }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
