import { record as words } from '$lib/text/record.ts';

/** An outcome in one line: by what it says, or else by the topic that leaves with it. */
export function outcomeName(text: string, topic: string | null): string {
  return text.trim() || (topic ?? '').trim() || words.noTitle;
}
