/** Every size and rate that both sides must agree on. Bytes, characters, milliseconds or counts, as the name says. */
export const limits = {
  titleChars: 120,
  nameChars: 40,
  noteChars: 2_000,
  noteHintChars: 280,
  decisionChars: 2_000,
  actionChars: 500,
  topicChars: 200,
  minutesChars: 10_000,
  outcomeChars: 2_000,
  headlineChars: 500,
  whyChars: 280,
  votesMax: 20,
  extraBallotsMax: 20,
  ownerChars: 60,
  peopleMax: 50,
  questionChars: 280,
  linkChars: 500,
  preReadChars: 4_000,
  facilitatorNoteChars: 1_000,
  reasonChars: 140,
  timelineChars: 500,
  incidentChars: 2_000,
  minutesMin: 15,
  minutesMax: 180,

  segments: 30,
  /** All words of an agenda together. */
  agendaChars: 40_000,
  segmentLenses: 10,
  segmentPrompts: 8,
  segmentPreReads: 8,
  ownLenses: 10,
  expectedPeople: 50,
  timelineEntries: 300,

  boardNotes: 1_000,
  boardEntries: 1_000,
  boardTopics: 300,
  carriedActions: 50,
  boardPolls: 200,
  heldNotes: 50,
  boardBytes: 5 * 1024 * 1024,
  deskDrafts: 200,
  deskBytes: 256 * 1024,

  frameBytes: 1024 * 1024,
  updateBytes: 64 * 1024,
  mergeBytes: 1024 * 1024,
  updateStructs: 2_000,
  mergeStructs: 20_000,
  updateDeleteRanges: 2_000,
  mergeDeleteRanges: 20_000,
  stateVectorSpare: 16,
  /** That have written in one document. */
  clientIdsPerSeat: 64,
  clientIdsPerRoom: 4_000,
  gapsInARow: 64,

  handshakeMs: 5_000,

  /** Whoever was removed or turned away does not count; facilitators’ links are not limited. */
  seatsPerRoom: 500,
  waitingAtDoor: 50,
  socketsPerSeat: 20,
  socketsPerRoom: 600,
  sendBufferBytes: 1024 * 1024,
  /** A whole agenda with its pre-reads is the longest. */
  commandBytes: 64 * 1024,
  /** Room for all actions that a new room takes over, whatever they are written in. */
  requestBytes: 128 * 1024,
  /** Of a saved record that a browser opens; one of a full board is smaller. */
  recordBytes: 32 * 1024 * 1024,

  heartbeatMs: 10_000,
  deadAfterMs: 25_000,
  silenceMs: 15_000,
  graceMs: 2_000,
  revealCountInMs: 3_000,
  /** So far ahead a meeting and the end of writing early may lie, and so far back its planned start. */
  plannedAheadMs: 400 * 24 * 60 * 60_000,
  plannedBackMs: 24 * 60 * 60_000,
  /** Nobody may ask to facilitate before there was no facilitator for so long. */
  leaderlessMs: 60_000,
  /** So long the others can object. */
  objectionMs: 20_000,
  /** How long a link that takes a seat to another device is good. */
  moveLinkMs: 10 * 60_000,
  /** A removed seat's connections end within this. */
  removalMs: 1_000,
  evictAfterMs: 60_000,
  presenceGraceMs: 15_000,
} as const;
