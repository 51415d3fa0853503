/** Every size and rate that both sides must agree on. Bytes, characters, milliseconds or counts, as the name says. */
export const limits = {
  titleChars: 120,
  nameChars: 40,
  noteChars: 2_000,
  noteHintChars: 280,
  decisionChars: 2_000,
  actionChars: 500,
  ownerChars: 60,
  peopleMax: 50,
  minutesMin: 15,
  minutesMax: 180,

  boardNotes: 1_000,
  boardEntries: 1_000,
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

  seatsPerRoom: 500,
  socketsPerSeat: 20,
  socketsPerRoom: 600,
  sendBufferBytes: 1024 * 1024,
  commandBytes: 16 * 1024,
  requestBytes: 32 * 1024,

  heartbeatMs: 10_000,
  deadAfterMs: 25_000,
  silenceMs: 15_000,
  graceMs: 2_000,
  revealCountInMs: 3_000,
  evictAfterMs: 60_000,
  presenceGraceMs: 15_000,
} as const;
