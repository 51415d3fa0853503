/** What a decision says beside its one sentence, in the order in which it is read. */
import type { RecordedDecision } from '#domain/record/room-record.ts';
import { dayInFull } from '$lib/text/dates.ts';
import { record as words } from '$lib/text/record.ts';

/** What is said under a label; nothing is shown of one without words. */
export interface Fact {
  readonly label: string;
  readonly text: string | null;
}

export function beforeOptions(decision: RecordedDecision): readonly Fact[] {
  return [
    { label: words.topic, text: decision.topic },
    { label: words.status, text: statusOf(decision) },
    { label: words.context, text: decision.context },
  ];
}

export function afterOptions(decision: RecordedDecision): readonly Fact[] {
  return [
    { label: words.rejected, text: decision.rejected },
    { label: words.risks, text: decision.risks },
    { label: words.confirmation, text: decision.confirmation },
    { label: words.revisit, text: decision.revisit && dayInFull(decision.revisit) },
    { label: words.fist, text: fistOf(decision) },
  ];
}

function statusOf({ status, supersededBy }: RecordedDecision): string | null {
  if (supersededBy !== null) return words.supersededBy(supersededBy);
  return status === 'accepted' ? null : words.statuses[status];
}

function fistOf({ fist }: RecordedDecision): string {
  const chosen = fist?.filter(({ count }) => count > 0) ?? [];
  return chosen.map(({ count, choice }) => words.fistStep(count, choice)).join(', ');
}
