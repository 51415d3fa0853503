import type { RoomRecord } from '#domain/record/room-record.ts';
import { decide } from '$lib/text/decide.ts';
import { outcomes } from '$lib/text/outcomes.ts';
import { lackInWords } from './lack.ts';

const kinds = { ...outcomes.kind, topic: outcomes.topic, earlier: outcomes.earlier };

/** `Let go, Refunds are late: Needs words`. An action is told by its words, and what has no name by its kind alone. */
export function openLine({ kind, title, lacks }: RoomRecord['openItems'][number]): string {
  const named = kind === 'action' ? title : `${kinds[kind]}, ${title}`;
  return `${title.trim() ? named : decide.untitled[kind]}: ${lacks.map(lackInWords).join(', ')}`;
}
