/** Words of opening a record that was saved as a file. */
export const saved = {
  open: 'Open a saved record',
  openHint: 'Choose a record.json, or drop it here. It is read in this browser and sent nowhere.',
  pageTitle: 'Saved record · Hearth',
  title: 'Open a saved record',
  another: 'Open another',
  toStart: 'To the start',
  reading: 'Reading the file',
  from: (file: string) => `Read from ${file}, on this device alone.`,
  problems: {
    'too-large': 'This file is larger than any record can be.',
    'not-readable': 'This browser could not read the file.',
    'not-json': 'This file is not a saved record: it is not JSON.',
    'not-a-record': 'This file is JSON, but it is not a record of Hearth.',
    newer: 'This record was saved by a newer version of Hearth, which this one cannot read.',
    damaged: 'This is a record of Hearth, but something in it is missing or wrong.',
  },
  where: (where: string) => `It is at: ${where}`,
  next: 'Choose the file named record.json that was downloaded from a record. Nothing was changed.',
  goOn: 'Go on from here',
  goOnHint: (actions: number) =>
    actions === 1
      ? 'Starts a new room with the one action of this record on its board.'
      : `Starts a new room with the ${actions} actions of this record on its board.`,
  goOnWithout: 'Starts a new room. This record has no actions to take along.',
  tooMany: (kept: number, all: number) => `A room takes over ${kept} of the ${all}. These stay behind:`,
  sameAgenda: 'The same agenda as this time',
  planned: (minutes: number, parts: number) =>
    `${minutes} min in ${parts === 1 ? '1 part' : `${parts} parts`}.`,
  followUp: {
    there: null,
    added: 'A part “Follow-up” is added for what is still open.',
    none: 'No part “Follow-up” fits in; what is still open is carried on.',
  },
  newTitle: 'What are you looking back on?',
  start: 'Start a new room',
} as const;
