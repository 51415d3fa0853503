/** The formats a room can be made from. Minutes are those of a 60-minute meeting; `scaleAgenda` fits them to others. */
import type { FormatId } from '#protocol/http.ts';
import { fourLs } from './formats/4ls.ts';
import { daki } from './formats/daki.ts';
import { decision } from './formats/decision.ts';
import { heartHeat } from './formats/heart-heat.ts';
import { incidentReview } from './formats/incident-review.ts';
import { kalm } from './formats/kalm.ts';
import { kickoff } from './formats/kickoff.ts';
import { leanCoffee } from './formats/lean-coffee.ts';
import { learningLedger } from './formats/learning-ledger.ts';
import { madSadGlad } from './formats/mad-sad-glad.ts';
import { preMortem } from './formats/pre-mortem.ts';
import { roseThornBud } from './formats/rose-thorn-bud.ts';
import { sailboat } from './formats/sailboat.ts';
import { startStopContinue } from './formats/start-stop-continue.ts';
import { twoNote } from './formats/two-note.ts';
import type { Format } from './formats/format.ts';

export type { Format } from './formats/format.ts';

export const formats: readonly Format[] = [
  heartHeat,
  startStopContinue,
  madSadGlad,
  fourLs,
  sailboat,
  leanCoffee,
  incidentReview,
  decision,
  preMortem,
  roseThornBud,
  daki,
  kalm,
  kickoff,
  learningLedger,
  twoNote,
];

export function formatOf(id: FormatId): Format {
  return formats.find((format) => format.id === id) ?? heartHeat;
}
