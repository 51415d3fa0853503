/** What would leave the room unfinished. Listed before closing, and on the record when closed anyway. */
import { readDue, type Action } from '../board/board.ts';
import type { EarlierAction } from '../board/earlier.ts';
import { byId, mainWords, outcomeOf, outcomesApart } from '../board/leaving.ts';
import type { Owner } from '../board/owner.ts';
import type { Outcome, Position, Topic } from '../board/topic.ts';
import { allTurns } from './discussions.ts';
import { hasWords, isConfirmed, isTaken } from './given-words.ts';
import { isIncident } from './incident.ts';
import type { OpenItem, StageState } from './state.ts';

/** What `Board`, `EarlierActions`, `Outcomes` and `Topics` read, taken at one moment. */
export interface Promises {
  readonly topics: readonly Pick<Topic, 'id' | 'name' | 'merged' | 'isLone'>[];
  readonly outcomes: readonly Outcome[];
  readonly positions: readonly Position[];
  readonly actions: readonly Action[];
  readonly earlier: readonly EarlierAction[];
}

/**
 * What is kept without a title is called as its topic is called now: notes give topics their names and may be withdrawn.
 * An outcome has the id of its topic, or of one that was merged into it.
 */
export function withTopicNames(
  items: readonly OpenItem[],
  topics: readonly Pick<Topic, 'id' | 'name' | 'merged'>[],
): OpenItem[] {
  return items.map((item) => {
    if (item.kind === 'action' || item.kind === 'earlier' || item.title.trim() !== '') return item;
    const topic = topics.find(({ id, merged }) => id === item.id || merged.includes(item.id));
    return { ...item, title: topic?.name ?? '' };
  });
}

export type WordsGiven = Pick<StageState, 'seats' | 'consents' | 'confirmations' | 'segments'>;

/**
 * What is only half said of earlier actions, then topics that were talked about and left without an outcome, then
 * outcomes, then actions, each in the order of the board. A line that is still completely empty promises nothing and is left out.
 */
export function openItems(
  stage: WordsGiven & Pick<StageState, 'discussions'>,
  { topics, outcomes, positions, actions, earlier }: Promises,
): OpenItem[] {
  const talkedAbout = discussedTopics(stage);
  const known = byId(outcomes);
  const ofTopics = topics.map((topic) => {
    const outcome = outcomeOf(topic, known);
    if (outcome?.kind) return openOutcome(stage, outcome, positions, topic.name);
    // Where the board took no more topics, a note has no place for an outcome and nothing to ask for.
    const isDiscussed = !topic.isLone && [topic.id, ...topic.merged].some((id) => talkedAbout.has(id));
    return openItem('topic', topic.id, topic.name, isDiscussed ? ['outcome'] : []);
  });
  const apart = outcomesApart(topics, outcomes).filter((outcome) => mainWords(outcome) !== '');
  return [
    ...earlier.map((action) => openItem('earlier', action.id, action.title, earlierLacks(action))),
    ...ofTopics,
    ...apart.map((outcome) => openOutcome(stage, outcome, positions)),
    ...actions.filter((action) => !isEmptyAction(action)).map((action) => openAction(stage, action)),
  ].filter(({ lacks }) => lacks.length > 0);
}

/** What an action still needs, in the order in which people fill it in. */
export function actionLacks(stage: WordsGiven, action: Action): OpenItem['lacks'] {
  const lacks: OpenItem['lacks'][number][] = [];
  if (!hasWords(action.title)) lacks.push('title');
  if (!isSomebody(stage, action.owner)) lacks.push('owner');
  if (readDue(action.due ?? '') === null) lacks.push('due');
  if (action.aim === null && isIncident(stage)) lacks.push('aim');
  if (isSomebody(stage, action.owner) && !isTaken(stage, action)) lacks.push('consent');
  return lacks;
}

/** What has to be said along with what has become of it. */
export function earlierLacks({ fate, movedTo, why }: EarlierAction): OpenItem['lacks'] {
  if (fate === 'moved' && movedTo === null) return ['due'];
  return fate === 'dropped' && !hasWords(why) ? ['why'] : [];
}

/** What an outcome still needs; nothing while nobody has chosen a kind. */
export function outcomeLacks(
  stage: WordsGiven,
  outcome: Outcome,
  positions: readonly Position[],
): OpenItem['lacks'] {
  const lacks: OpenItem['lacks'][number][] = [];
  if (outcome.kind !== null && !hasWords(mainWords(outcome))) lacks.push('title');
  if (outcome.kind === 'spike') {
    if (!isSomebody(stage, outcome.owner)) lacks.push('owner');
    if (outcome.reconvene === null) lacks.push('reconvene');
  }
  if (outcome.kind === 'escalation') {
    const held = positions.filter((position) => position.outcome === outcome.id);
    if (!held.some((position) => isConfirmed(stage, position))) lacks.push('position');
  }
  return lacks;
}

function discussedTopics({ discussions }: Pick<StageState, 'discussions'>): ReadonlySet<string> {
  const turns = Object.values(discussions).flatMap(allTurns);
  return new Set(turns.map(({ topic }) => topic));
}

function openOutcome(
  stage: WordsGiven,
  outcome: Outcome,
  positions: readonly Position[],
  name = '',
): OpenItem {
  const title = mainWords(outcome) || name;
  return openItem(outcome.kind ?? 'topic', outcome.id, title, outcomeLacks(stage, outcome, positions));
}

function openAction(stage: WordsGiven, action: Action): OpenItem {
  return openItem('action', action.id, action.title, actionLacks(stage, action));
}

function openItem(kind: OpenItem['kind'], id: string, title: string, lacks: OpenItem['lacks']): OpenItem {
  return { kind, id, title: title.trim(), lacks };
}

/** Nobody has put anything into it, so it promises nothing and lacks nothing. */
export function isEmptyAction({ title, owner, due }: Pick<Action, 'title' | 'owner' | 'due'>): boolean {
  return title.trim() === '' && owner === null && due === null;
}

/** A seat that the roster does not know is nobody. */
function isSomebody({ seats }: Pick<StageState, 'seats'>, owner: Owner | null): boolean {
  if (owner === null) return false;
  return owner.kind === 'seat' ? Object.hasOwn(seats, owner.seat) : owner.name.trim() !== '';
}
