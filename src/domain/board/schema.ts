/** The only file that knows the roots and keys of the board document, and who may write each. */
import { limits } from '#protocol/limits.ts';
import {
  orderMax,
  type DocumentShape,
  type FieldRule,
  type FieldShape,
  type KeyRule,
  type Writer,
} from '../yjs/shape.ts';

export const boardRoots = {
  notes: 'notes',
  membership: 'membership',
  topics: 'topics',
  outcomes: 'outcomes',
  options: 'options',
  positions: 'positions',
  actions: 'actions',
  headlines: 'headlines',
  earlier: 'earlier',
  timeline: 'timeline',
  incident: 'incident',
} as const;

/** `seat:<id>` for somebody in the room, `name:<text>` for somebody typed in; one register, so always one owner. */
export const ownerPattern = /^(seat:[a-z0-9_-]{1,32}|name:.{1,60})?$/u;
export const duePattern = /^(\d{4}-\d{2}-\d{2})?$/;
/** The last moment that RFC 3339 can write: the end of the year 9999. */
export const timelineUntil = Date.UTC(10_000, 0, 1) - 1;

const id: FieldShape = { kind: 'string', max: 32, pattern: /^([a-z0-9_-]{1,32})?$/ };
const flag: FieldShape = { kind: 'flag' };
const order: FieldShape = { kind: 'number', min: 0, max: orderMax };
const by =
  (writer: Writer) =>
  (shape: FieldShape): FieldRule => ({ shape, writer });
const people = by('people');
const server = by('server');
const words = (max: number) => people({ kind: 'text', max });
const aim: FieldShape = { kind: 'string', max: 16, pattern: /^(prevent|mitigate|detect)?$/ };
const day = people({ kind: 'string', max: 10, pattern: duePattern });
const ofNotes: KeyRule = { root: boardRoots.notes, stands: true };
const notOfNotes: KeyRule = { root: boardRoots.notes, stands: false };

export const boardShape: DocumentShape = {
  bytes: limits.boardBytes,
  roots: {
    /** What people revealed or thanked. Written by the server alone; authors change their own by receipt. */
    [boardRoots.notes]: {
      of: 'entries',
      writer: 'server',
      max: limits.boardNotes,
      fields: {
        segment: server(id),
        lens: server(id),
        prompt: server(id),
        text: server({ kind: 'string', max: limits.noteChars }),
        order: server(order),
        edited: server(flag),
        removed: server(flag),
        /** Beside `removed`: a facilitator took it off the board, its words with it. */
        hidden: server(flag),
        /** The seat of an author who stands to it; empty otherwise. */
        signed: server(id),
      },
    },
    /** Note id → topic id; empty for none. One value for each note, so it is in one topic at most. */
    [boardRoots.membership]: {
      of: 'values',
      writer: 'people',
      max: limits.boardNotes,
      keys: ofNotes,
      value: id,
    },
    /**
     * Born with all its texts, and in the same transaction as its outcome: a text that two people made at once under
     * one key would cost one of them what they wrote in it. Under the id of a note the server alone makes one.
     */
    [boardRoots.topics]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardTopics,
      keys: notOfNotes,
      fields: {
        title: words(limits.topicChars),
        /** What was said while it was discussed. */
        minutes: words(limits.minutesChars),
        /** Its notes and votes count for that topic. In a circle the smallest id is the topic. */
        mergedInto: people(id),
        order: people(order),
        removed: people(flag),
      },
    },
    /** How topics leave; under the id of the topic, or under one of its own for a decision made without one. */
    [boardRoots.outcomes]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardEntries,
      keys: notOfNotes,
      fields: {
        /** One value, so a topic leaves with one outcome; the words of the others stay. */
        kind: people({ kind: 'string', max: 16, pattern: /^(decision|spike|escalation|let-go)?$/ }),
        topic: people(id),
        order: people(order),
        removed: people(flag),
        text: words(limits.decisionChars),
        context: words(limits.outcomeChars),
        rejected: words(limits.outcomeChars),
        risks: words(limits.outcomeChars),
        confirmation: words(limits.outcomeChars),
        revisit: day,
        status: people({ kind: 'string', max: 16, pattern: /^(proposed|accepted|superseded)?$/ }),
        supersededBy: people(id),
        question: words(limits.outcomeChars),
        evidence: words(limits.outcomeChars),
        owner: people({ kind: 'string', max: limits.ownerChars + 8, pattern: ownerPattern }),
        ends: day,
        reconvene: day,
        needed: words(limits.outcomeChars),
        whom: words(limits.ownerChars),
        by: day,
        tried: words(limits.outcomeChars),
        fallback: words(limits.outcomeChars),
        why: words(limits.outcomeChars),
      },
    },
    /** What was considered for a decision. */
    [boardRoots.options]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardEntries,
      fields: {
        outcome: people(id),
        title: words(limits.topicChars),
        good: words(limits.outcomeChars),
        bad: words(limits.outcomeChars),
        order: people(order),
        removed: people(flag),
      },
    },
    /** Where somebody stands in an escalation, in their own words. */
    [boardRoots.positions]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardEntries,
      fields: {
        outcome: people(id),
        holder: people({ kind: 'string', max: limits.ownerChars + 8, pattern: ownerPattern }),
        text: words(limits.outcomeChars),
        order: people(order),
        removed: people(flag),
      },
    },
    [boardRoots.actions]: {
      of: 'entries',
      writer: 'people',
      max: limits.boardEntries,
      fields: {
        title: words(limits.actionChars),
        owner: people({ kind: 'string', max: limits.ownerChars + 8, pattern: ownerPattern }),
        due: day,
        /** The outcome it belongs to; empty where it belongs to none. */
        outcome: people(id),
        /** How we will see that it is done. */
        check: words(limits.outcomeChars),
        toSelf: words(limits.outcomeChars),
        toTeammate: words(limits.outcomeChars),
        /** After an incident: what it does about the next one. */
        aim: people(aim),
        order: people(order),
        removed: people(flag),
      },
    },
    /** Three lines for readers who were not there. The server makes them with the room: everybody writes in the same. */
    [boardRoots.headlines]: {
      of: 'entries',
      writer: 'server',
      max: 3,
      fields: {
        text: words(limits.headlineChars),
        order: server(order),
      },
    },
    /** What an earlier room left open. Made by the server with the room; everybody says what has become of it. */
    [boardRoots.earlier]: {
      of: 'entries',
      writer: 'server',
      max: limits.carriedActions,
      fields: {
        title: server({ kind: 'string', max: limits.actionChars }),
        /** A name as it stood there; empty for none. */
        owner: server({ kind: 'string', max: limits.ownerChars }),
        due: server({ kind: 'string', max: 10, pattern: duePattern }),
        aim: server(aim),
        order: server(order),
        fate: people({ kind: 'string', max: 16, pattern: /^(kept|moved|dropped)?$/ }),
        movedTo: day,
        why: words(limits.outcomeChars),
      },
    },
    /** What happened, when. Sorted by time wherever it is shown. */
    [boardRoots.timeline]: {
      of: 'entries',
      writer: 'people',
      max: limits.timelineEntries,
      fields: {
        /** UTC, ms since the epoch, as somebody gave it. */
        at: people({ kind: 'number', min: 0, max: timelineUntil }),
        what: words(limits.timelineChars),
        /** http or https, or empty. */
        source: people({ kind: 'string', max: limits.linkChars, pattern: /^(https?:\/\/\S+)?$/i }),
        removed: people(flag),
      },
    },
    /** The other words of an incident review, each in an entry of its own that the server makes with the room. */
    [boardRoots.incident]: {
      of: 'entries',
      writer: 'server',
      max: 16,
      fields: {
        text: words(limits.incidentChars),
        order: server(order),
      },
    },
  },
};
