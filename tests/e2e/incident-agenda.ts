/** The agenda of an incident review as somebody wrote it in an editor, and mistyped one line of it. */

export const mistyped = 'five minutes for the impact';
const impact = `- 5m discuss: Who could not do what, and for how long?
  - title: Impact`;

/** Sixty minutes when it is mended. */
export const incidentAgenda = `# Checkout was down

- 3m check-in: Do we look at conditions, not at culprits?
- 4m follow-up: What has become of what we promised?
- 6m read: What is missing or wrong?
  - title: Silent read
  - pre-read: Draft timeline: https://wiki.example.org/incident-7
  - pre-read: What customers wrote
    > I paid twice.
    > Nobody answered me.
  - notes: Give them all six minutes, also when it is quiet.
- 10m timeline: What did people see, and why did the choice make sense?
${mistyped}
- 12m gather: Which conditions made this possible or worse?
  - title: Contributing factors
  - lenses: oncall, user
- 6m wins: What must stay, and what was luck?
  - title: What went well
  - prompt: Went well: What limited the damage?
  - prompt: Luck: What saved us that we cannot rely on?
- 8m decide: What prevents, mitigates or detects it?
- 3m close: What do we tell those who were affected?
- 3m buffer
`;
export const mended = incidentAgenda.replace(mistyped, impact);
