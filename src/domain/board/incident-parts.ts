/** What a review says of an incident beside its timeline. */
export const incidentTexts = [
  'summary',
  'impact',
  'detection',
  'resolution',
  'went-badly',
  'messages',
] as const;
export type IncidentText = (typeof incidentTexts)[number];

/** Who was what while it lasted: names as typed, of people who need not be here. */
export const incidentRoles = [
  'commander',
  'deputy',
  'scribe',
  'experts',
  'customer-liaison',
  'internal-liaison',
] as const;
export type IncidentRole = (typeof incidentRoles)[number];

export type IncidentPart = IncidentText | IncidentRole;
export const incidentParts: readonly IncidentPart[] = [...incidentTexts, ...incidentRoles];
export type IncidentWords = Readonly<Record<IncidentPart, string>>;
