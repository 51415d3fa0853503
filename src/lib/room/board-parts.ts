/** What stands in one board document, each part in its own words. */
import type * as Y from 'yjs';
import { Board, type BoardOrigin } from '#domain/board/board.ts';
import { EarlierActions } from '#domain/board/earlier.ts';
import { Incident } from '#domain/board/incident.ts';
import { Outcomes } from '#domain/board/outcomes.ts';
import { Timeline } from '#domain/board/timeline.ts';
import { Topics } from '#domain/board/topics.ts';

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
