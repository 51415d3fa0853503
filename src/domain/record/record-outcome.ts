/** How topics left: each outcome once, as the kind that was chosen. What was written for other kinds stays on the board. */
import { byId, mainWords, outcomeOf, outcomesApart } from '../board/leaving.ts';
import type { Outcome, OutcomeKind, Topic } from '../board/topic.ts';
import { isConfirmed } from '../stage/given-words.ts';
import { outcomeLacks } from '../stage/open-items.ts';
import type { StageState } from '../stage/state.ts';
import type { BoardContents } from './board-contents.ts';
import { ownerName } from './record-names.ts';
import { lastFist } from './record-poll.ts';
import type {
  RecordedDecision,
  RecordedEscalation,
  RecordedLetGo,
  RecordedSpike,
  RoomRecord,
} from './room-record.ts';

interface Left {
  readonly outcome: Outcome;
  /** Null for one that was made without a topic, or whose topic is gone. */
  readonly topic: Topic | null;
}

/** In the order of their topics, then those without one. */
export function recordOutcomes(
  stage: StageState,
  board: BoardContents,
): Pick<RoomRecord, 'decisions' | 'spikes' | 'escalations' | 'letGo'> {
  const left = waysOut(board);
  const of = (kind: OutcomeKind) => left.filter(({ outcome }) => outcome.kind === kind);
  return {
    decisions: of('decision').map((one) => recordDecision(one, stage, board)),
    spikes: of('spike').map((one) => recordSpike(one, stage, board)),
    escalations: of('escalation').map((one) => recordEscalation(one, stage, board)),
    letGo: of('let-go').map(recordLetGo),
  };
}

function waysOut({ topics, outcomes }: BoardContents): Left[] {
  const known = byId(outcomes);
  const ofTopics = topics.flatMap((topic) => {
    const outcome = outcomeOf(topic, known);
    return outcome ? [{ outcome, topic }] : [];
  });
  const apart = outcomesApart(topics, outcomes).filter((outcome) => mainWords(outcome) !== '');
  return [...ofTopics, ...apart.map((outcome) => ({ outcome, topic: null }))];
}

function recordDecision({ outcome, topic }: Left, stage: StageState, board: BoardContents): RecordedDecision {
  const options = board.options.filter((option) => option.outcome === outcome.id);
  const stands = board.outcomes.find(({ id }) => id === outcome.supersededBy);
  return {
    id: outcome.id,
    topic: topic?.name ?? null,
    text: outcome.text,
    status: outcome.status,
    supersededBy: stands && outcome.status === 'superseded' ? mainWords(stands) || null : null,
    context: outcome.context,
    options: options
      .filter(({ title, good, bad }) => `${title}${good}${bad}`.trim() !== '')
      .map(({ id, title, good, bad }) => ({ id, title, good, bad })),
    rejected: outcome.rejected,
    risks: outcome.risks,
    confirmation: outcome.confirmation,
    revisit: outcome.revisit,
    fist: topic && lastFist(stage, topic),
  };
}

function recordSpike({ outcome, topic }: Left, stage: StageState, board: BoardContents): RecordedSpike {
  return {
    id: outcome.id,
    topic: topic?.name ?? null,
    question: outcome.question,
    owner: ownerName(outcome.owner, stage),
    ends: outcome.ends,
    evidence: outcome.evidence,
    reconvene: outcome.reconvene,
    lacks: [...outcomeLacks(stage, outcome, board.positions)],
  };
}

function recordEscalation(
  { outcome, topic }: Left,
  stage: StageState,
  board: BoardContents,
): RecordedEscalation {
  const positions = board.positions.filter((position) => position.outcome === outcome.id);
  return {
    id: outcome.id,
    topic: topic?.name ?? null,
    needed: outcome.needed,
    by: outcome.by,
    whom: outcome.whom,
    positions: positions
      .filter(({ text }) => text.trim() !== '')
      .map((position) => ({
        id: position.id,
        holder: ownerName(position.holder, stage),
        text: position.text,
        confirmed: isConfirmed(stage, position),
      })),
    risks: outcome.risks,
    tried: outcome.tried,
    fallback: outcome.fallback,
    lacks: [...outcomeLacks(stage, outcome, board.positions)],
  };
}

function recordLetGo({ outcome, topic }: Left): RecordedLetGo {
  return { id: outcome.id, topic: topic?.name ?? null, why: outcome.why };
}
