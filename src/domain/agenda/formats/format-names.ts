/** Apart from the formats themselves, so that a page that only names them need not load them. */
import type { FormatId, RoomFormat } from '#protocol/http.ts';

export const formatNames: Readonly<Record<RoomFormat, string>> = {
  'heart-heat': 'Heart and heat',
  'start-stop-continue': 'Start / Stop / Continue',
  'mad-sad-glad': 'Mad / Sad / Glad',
  '4ls': '4Ls',
  sailboat: 'Sailboat',
  'lean-coffee': 'Lean Coffee',
  'incident-review': 'Incident / blameless review',
  decision: 'Decision meeting',
  'pre-mortem': 'Pre-mortem',
  'rose-thorn-bud': 'Rose / Thorn / Bud',
  daki: 'DAKI',
  kalm: 'KALM',
  kickoff: 'Kick-off / working agreement',
  'learning-ledger': 'Monthly learning-ledger review',
  'two-note': 'Two-note review',
  own: 'Own agenda',
};

/** Those that can be chosen, in their order. */
export const formatChoices = Object.entries(formatNames)
  .map(([id, name]) => ({ value: id as RoomFormat, name }))
  .filter((choice): choice is { value: FormatId; name: string } => choice.value !== 'own');
