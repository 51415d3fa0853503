/**
 * Which notes might belong together, by the words they share, in any language: words and pieces of words, rare ones
 * counting most. Only a proposal, and the same for everybody who asks about the same notes.
 */
import type { NoteId } from '#protocol/ids.ts';
import { featuresOf } from './word-features.ts';

/** What is alike enough to be worth a look: 0 is nothing in common, 1 the same words. */
const alikeEnough = 0.11;
/** Larger groups are several topics as a rule. */
const mostNotes = 8;
/** So many may share a word that joins them on however small a board. */
const fewNotes = 4;

interface Suggestible {
  readonly id: NoteId;
  readonly text: string;
}

/** Each note in one group at most; the most alike come first. Half a thousand notes take a few hundredths of a second. */
export function suggestGroups(notes: readonly Suggestible[]): readonly (readonly NoteId[])[] {
  const alike = new Likeness(notes.map(({ text }) => text));
  const clusters = new Map(notes.map((_, at) => [at, [at]]));
  const clusterOf = notes.map((_, at) => at);
  for (const { one, other } of alike.pairs()) {
    const [into, from] = [clusterOf[one] ?? one, clusterOf[other] ?? other];
    const [kept, joining] = [clusters.get(into) ?? [], clusters.get(from) ?? []];
    if (into === from || kept.length + joining.length > mostNotes) continue;
    if (alike.between(kept, joining) < alikeEnough) continue;
    clusters.set(into, [...kept, ...joining]);
    clusters.delete(from);
    for (const at of joining) clusterOf[at] = into;
  }
  return [...clusters.values()]
    .filter(({ length }) => length > 1)
    .map((cluster) => ({ cluster: cluster.sort((a, b) => a - b), alike: alike.within(cluster) }))
    .sort((a, b) => b.alike - a.alike || (a.cluster[0] ?? 0) - (b.cluster[0] ?? 0))
    .map(({ cluster }) => cluster.flatMap((at) => notes[at]?.id ?? []));
}

/** How alike texts are, two by two. */
class Likeness {
  readonly #count: number;
  /** Row by row; only where the first is smaller than the second. */
  readonly #alike: Float64Array;

  constructor(texts: readonly string[]) {
    this.#count = texts.length;
    this.#alike = new Float64Array(texts.length ** 2);
    const vectors = weigh(texts.map(featuresOf));
    for (const sharers of sharersOf(vectors)) this.#addUp(sharers);
  }

  /** The most alike first, those that are too different left out. */
  pairs(): { readonly one: number; readonly other: number }[] {
    const found: { one: number; other: number; alike: number }[] = [];
    for (let one = 0; one < this.#count; one += 1) {
      for (let other = one + 1; other < this.#count; other += 1) {
        const alike = this.#of(one, other);
        if (alike >= alikeEnough) found.push({ one, other, alike });
      }
    }
    return found.sort((a, b) => b.alike - a.alike || a.one - b.one || a.other - b.other);
  }

  /** On average over all pairs of one from here and one from there. */
  between(some: readonly number[], others: readonly number[]): number {
    let sum = 0;
    for (const one of some) for (const other of others) sum += this.#of(one, other);
    return sum / (some.length * others.length);
  }

  within(cluster: readonly number[]): number {
    const pairs = cluster.flatMap((one, at) => cluster.slice(at + 1).map((other) => this.#of(one, other)));
    return pairs.reduce((sum, alike) => sum + alike, 0) / pairs.length;
  }

  #of(one: number, other: number): number {
    return this.#alike[Math.min(one, other) * this.#count + Math.max(one, other)] ?? 0;
  }

  #addUp(sharers: readonly Sharer[]): void {
    for (let first = 0; first < sharers.length; first += 1) {
      const { text, weight } = sharers[first] as Sharer;
      for (let second = first + 1; second < sharers.length; second += 1) {
        const at = text * this.#count + (sharers[second] as Sharer).text;
        this.#alike[at] = (this.#alike[at] ?? 0) + weight * (sharers[second] as Sharer).weight;
      }
    }
  }
}

interface Sharer {
  readonly text: number;
  readonly weight: number;
}

/**
 * By their weight and their inverse document frequency: what few texts have weighs more, what a large part of them has
 * nothing. Each text comes to the length 1, but for those of little words alone.
 */
function weigh(texts: readonly ReadonlyMap<string, number>[]): Map<string, number>[] {
  const documentFrequency = countTexts(texts);
  const oneWord = Math.log(1 + texts.length);
  return texts.map((features) => {
    const weighed = new Map<string, number>();
    let length = 0;
    for (const [feature, weight] of features) {
      const value = weight * inverseDocumentFrequency(documentFrequency.get(feature) ?? 1, texts.length);
      weighed.set(feature, value);
      length += value ** 2;
    }
    for (const [feature, value] of weighed)
      weighed.set(feature, value / Math.max(oneWord, Math.sqrt(length)));
    return weighed;
  });
}

/** Feature → how many texts have it. */
function countTexts(texts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const features of texts)
    for (const feature of features.keys()) counted.set(feature, (counted.get(feature) ?? 0) + 1);
  return counted;
}

function inverseDocumentFrequency(having: number, all: number): number {
  const tooMany = Math.max(fewNotes, all / 4);
  return having > tooMany ? 0 : Math.log(1 + all / having);
}

/** Per feature the texts that have it, where there are two or more. */
function sharersOf(vectors: readonly ReadonlyMap<string, number>[]): Sharer[][] {
  const sharers = new Map<string, Sharer[]>();
  vectors.forEach((vector, text) => {
    for (const [feature, weight] of vector) {
      if (weight === 0) continue;
      const known = sharers.get(feature);
      if (known) known.push({ text, weight });
      else sharers.set(feature, [{ text, weight }]);
    }
  });
  return [...sharers.values()].filter(({ length }) => length > 1);
}
