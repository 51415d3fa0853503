/** Apart from the formats themselves, so that a page that only names them need not load them. */
import type { RoomFormat } from '#protocol/http.ts';

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
