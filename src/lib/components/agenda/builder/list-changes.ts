/** What is set as a whole on a segment, one entry at a time: its prompts, what there is to read, its lenses. */
import type { PreReadDraft, PromptDraft, SegmentChange } from '#protocol/agenda.ts';
import type { LensId, PreReadId, PromptId } from '#protocol/ids.ts';
import type { Rework } from './changing.ts';

export function promptAdded(draft: PromptDraft): Rework {
  return ({ prompts }) => withPrompts([...prompts, draft]);
}

export function promptChanged(id: PromptId, change: Partial<PromptDraft>): Rework {
  return ({ prompts }) => {
    const next = changed<PromptDraft>(prompts, id, change);
    return next && withPrompts(next);
  };
}

/** Gone already, it stays so. */
export function promptDropped(id: PromptId): Rework {
  return ({ prompts }) => withPrompts(prompts.filter((prompt) => prompt.id !== id));
}

export function preReadAdded(draft: PreReadDraft): Rework {
  return ({ preReads }) => withPreReads([...preReads, draft]);
}

export function preReadChanged(id: PreReadId, change: Partial<PreReadDraft>): Rework {
  return ({ preReads }) => {
    const next = changed<PreReadDraft>(preReads, id, change);
    return next && withPreReads(next);
  };
}

export function preReadDropped(id: PreReadId): Rework {
  return ({ preReads }) => withPreReads(preReads.filter((preRead) => preRead.id !== id));
}

export function lensAdded(lens: LensId): Rework {
  return ({ lenses }) => ({ lenses: lenses.includes(lens) ? [...lenses] : [...lenses, lens] });
}

export function lensDropped(lens: LensId): Rework {
  return ({ lenses }) => ({ lenses: lenses.filter((one) => one !== lens) });
}

/** One round earlier; null where it has gone. */
export function lensEarlier(lens: LensId): Rework {
  return ({ lenses }) => {
    const place = lenses.indexOf(lens);
    const to = Math.max(0, place - 1);
    return place < 0 ? null : { lenses: lenses.toSpliced(place, 1).toSpliced(to, 0, lens) };
  };
}

export function roundsStepped(by: number): Rework {
  return ({ rounds, lenses }) => ({ rounds: Math.max(1, Math.min(rounds + by, lenses.length)) });
}

/** Without the ids, which the server finds again. */
export function withPrompts(prompts: readonly PromptDraft[]): SegmentChange {
  return { prompts: prompts.map(({ name, question }) => ({ name, question })) };
}

function withPreReads(preReads: readonly PreReadDraft[]): SegmentChange {
  return { preReads: preReads.map(({ title, link, text }) => ({ title, link, text })) };
}

/** Null where it has gone. */
function changed<Draft>(
  list: readonly (Draft & { readonly id: string })[],
  id: string,
  change: Partial<Draft>,
): Draft[] | null {
  const isThere = list.some((one) => one.id === id);
  return isThere ? list.map((one) => (one.id === id ? { ...one, ...change } : one)) : null;
}
