import type { Action } from '../board/board.ts';
import { isTaken } from '../stage/given-words.ts';
import { actionLacks } from '../stage/open-items.ts';
import type { StageState } from '../stage/state.ts';
import type { BoardContents } from './board-contents.ts';
import { ownerName } from './record-names.ts';
import { topicName } from './record-topic.ts';
import type { RecordedAction } from './room-record.ts';

/** A line that is still completely empty promises nothing. */
export function recordActions(stage: StageState, board: BoardContents): RecordedAction[] {
  return board.actions.filter(promises).map((action) => recordAction(action, stage, board));
}

function promises({ title, owner, due }: Action): boolean {
  return title.trim() !== '' || owner !== null || due !== null;
}

function recordAction(
  action: Action,
  stage: StageState,
  { outcomes, topics }: BoardContents,
): RecordedAction {
  const owner = ownerName(action.owner, stage);
  const lacks = actionLacks(stage, owner === null ? { ...action, owner: null } : action);
  const outcome = outcomes.find(({ id }) => id === action.outcome);
  return {
    id: action.id,
    title: action.title,
    owner,
    due: action.due,
    consent: consentOn(action, owner, stage),
    check: action.check,
    toSelf: action.toSelf,
    toTeammate: action.toTeammate,
    aim: action.aim,
    outcome: outcome?.id ?? null,
    topic: topicName(outcome?.topic ?? null, topics),
    lacks: [...lacks],
  };
}

/** Somebody who was typed in is not here and can not be asked. */
function consentOn(action: Action, owner: string | null, stage: StageState): RecordedAction['consent'] {
  if (owner === null || action.owner?.kind !== 'seat') return null;
  return isTaken(stage, action) ? 'taken' : 'asked';
}
