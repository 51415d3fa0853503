/** What a room says of the incident that it looked back on. Nobody's name stands at an entry of the timeline. */
import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';
import { incidentRoles } from '../../board/incident-parts.ts';
import { moment } from './notes.ts';

export const recordedIncident = z.looseObject({
  summary: z.string(),
  /** In one sentence: who could not do what, for how long. */
  impact: z.string(),
  /** In the order of time. */
  timeline: z.array(
    z.looseObject({
      id: idSchema,
      at: moment,
      what: z.string(),
      /** Where the evidence is, as an address of the web; null for none. */
      source: z.nullable(z.string()),
    }),
  ),
  detection: z.string(),
  resolution: z.string(),
  wentBadly: z.string(),
  /** Who was what while it lasted; roles that nobody had are left out. */
  roles: z.array(z.looseObject({ role: z.enum(incidentRoles), who: z.string() })),
  /** What the people who were affected are told. */
  messages: z.string(),
});
export type RecordedIncident = z.infer<typeof recordedIncident>;
