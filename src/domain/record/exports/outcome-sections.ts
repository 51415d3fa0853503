/** What came out of the meeting as Markdown: the three lines for others, then how each topic left. */
import type {
  RecordedAction,
  RecordedDecision,
  RecordedEscalation,
  RecordedSpike,
  RoomRecord,
} from '../room-record.ts';
import { heading, list, paragraph, tasks, type Block, type Item } from './blocks.ts';
import { oneLine } from './one-line.ts';
import { counted, labelled, needs, unnamed, words } from './phrases.ts';

/** Nothing where nobody wrote one of them. */
export function headlineBlocks({ headlines }: RoomRecord): Block[] {
  const lines = [
    ...labelled('What changes for users', headlines.users),
    ...labelled('What it costs', headlines.cost),
    ...labelled('What we need', headlines.need),
  ];
  return lines.length === 0 ? [] : [heading(2, 'Outcome'), ...list(lines)];
}

export function decisionBlocks(record: RoomRecord): Block[] {
  const items = record.decisions.map(decisionItem);
  return [
    heading(2, 'Decisions'),
    ...(items.length > 0 ? list(items) : [paragraph('No decision was written down.')]),
  ];
}

export function actionBlocks(record: RoomRecord): Block[] {
  const items = record.actions.map(actionItem);
  return [
    heading(2, 'Actions'),
    ...(items.length > 0 ? tasks(items) : [paragraph('No action was promised.')]),
  ];
}

export function spikeBlocks({ spikes }: RoomRecord): Block[] {
  return section('Spikes', spikes.map(spikeItem));
}

export function escalationBlocks({ escalations }: RoomRecord): Block[] {
  return section('Escalations', escalations.map(escalationItem));
}

export function letGoBlocks({ letGo }: RoomRecord): Block[] {
  const items = letGo.map(({ topic, why }) => ({
    text: words(topic ?? '', words(why)),
    details: oneLine(topic ?? '') === '' ? [] : labelled('Why', why),
  }));
  return section('Let go', items);
}

/** Of a decision and of its file: who answered how, in words. */
export function fistLine({ fist }: RecordedDecision): string[] {
  return fist ? [`Fist of five (0-5, 5 best): ${counted(fist)}`] : [];
}

/** `Ana, confirmed: …` */
export function positionLine({ holder, text, confirmed }: RecordedEscalation['positions'][number]): string {
  const who = holder === null ? unnamed : words(holder, unnamed);
  return `${who}, ${confirmed ? 'confirmed' : 'not confirmed'}: ${words(text)}`;
}

function section(title: string, items: readonly Item[]): Block[] {
  return items.length === 0 ? [] : [heading(2, title), ...list(items)];
}

function decisionItem(decision: RecordedDecision): Item {
  const status =
    decision.supersededBy === null ? decision.status : `superseded by ${words(decision.supersededBy)}`;
  return {
    text: words(decision.text),
    details: [
      ...labelled('Topic', decision.topic),
      ...labelled('Status', decision.status === 'accepted' ? '' : status),
      ...labelled('Context', decision.context),
      ...decision.options.map(optionLine),
      ...labelled('Rejected, and why', decision.rejected),
      ...labelled('Risks we accept', decision.risks),
      ...labelled('How we will know', decision.confirmation),
      ...labelled('Revisit on', decision.revisit),
      ...fistLine(decision),
    ],
  };
}

function optionLine({ title, good, bad }: RecordedDecision['options'][number]): string {
  const sides = [...labelled('good', good), ...labelled('bad', bad)].join('; ');
  return `Option: ${words(title)}${sides === '' ? '' : ` (${sides})`}`;
}

function actionItem(action: RecordedAction): Item {
  return {
    text: actionLine(action),
    details: [
      ...labelled('How we will see it', action.check),
      ...labelled('Note to my future self', action.toSelf),
      ...labelled('Note to a teammate', action.toTeammate),
    ],
  };
}

/** Readers of tasks look for the date at the end of the line. */
function actionLine(action: RecordedAction): string {
  const owner = action.owner === null ? '' : `owner: ${words(action.owner, unnamed)}`;
  const missing = needs('action', action.lacks);
  const facts = [action.aim ?? '', owner, missing].filter((fact) => fact !== '').join('; ');
  const due = action.due === null ? '' : ` 📅 ${action.due}`;
  return `${words(action.title, 'Untitled action')}${facts === '' ? '' : ` (${facts})`}${due}`;
}

function spikeItem(spike: RecordedSpike): Item {
  const missing = needs('spike', spike.lacks);
  return {
    text: `${words(spike.question)}${missing === '' ? '' : ` (${missing})`}`,
    details: [
      ...labelled('Topic', spike.topic),
      ...labelled('Owner', spike.owner),
      ...labelled('Ends on', spike.ends),
      ...labelled('Evidence that would settle it', spike.evidence),
      ...labelled('Reconvene on', spike.reconvene),
    ],
  };
}

function escalationItem(escalation: RecordedEscalation): Item {
  const missing = needs('escalation', escalation.lacks);
  return {
    text: `${words(escalation.needed)}${missing === '' ? '' : ` (${missing})`}`,
    details: [
      ...labelled('Topic', escalation.topic),
      ...labelled('Needed by', escalation.by),
      ...labelled('From', escalation.whom),
      ...escalation.positions.map((position) => `Position of ${positionLine(position)}`),
      ...labelled('Risks, also of not deciding', escalation.risks),
      ...labelled('What was tried', escalation.tried),
      ...labelled('Without an answer', escalation.fallback),
    ],
  };
}
