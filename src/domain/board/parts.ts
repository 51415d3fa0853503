/** What stands in one board document, each part in its own words. Nothing is read before it is asked for. */
import type * as Y from 'yjs';
import { Board, type BoardOrigin } from './board.ts';
import { EarlierActions } from './earlier.ts';
import { Incident } from './incident.ts';
import { Outcomes } from './outcomes.ts';
import { Timeline } from './timeline.ts';
import { Topics } from './topics.ts';

export interface BoardParts {
  readonly board: Board;
  readonly earlier: EarlierActions;
  readonly incident: Incident;
  readonly outcomes: Outcomes;
  readonly timeline: Timeline;
  readonly topics: Topics;
}

export function boardParts(doc: Y.Doc, origin: BoardOrigin): BoardParts {
  return {
    board: new Board(doc, origin),
    earlier: new EarlierActions(doc, origin),
    incident: new Incident(doc, origin),
    outcomes: new Outcomes(doc, origin),
    timeline: new Timeline(doc, origin),
    topics: new Topics(doc, origin),
  };
}
