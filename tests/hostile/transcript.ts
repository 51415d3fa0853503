/** What reached somebody, to the byte, and the silence around it that makes two meetings comparable. */
import type { HeadlessPerson } from '../support/headless-person.ts';

export async function settleIn(person: HeadlessPerson, writes: boolean): Promise<void> {
  await person.open('board');
  if (writes) await person.open('desk');
  await person.stage.connect();
}

/** As it came, for searches. */
export function bytesReceived(person: HeadlessPerson): Buffer {
  return Buffer.concat([
    ...person.boardDocument.received,
    ...(person.hasDesk ? person.deskDocument.received : []),
    ...person.stage.received.map((message) => Buffer.from(message)),
    ...person.answers.map((answer) => Buffer.from(answer)),
  ]);
}

/** As text, for comparing. */
export function transcriptOf(person: HeadlessPerson): string {
  const frames = [...person.boardDocument.received, ...(person.hasDesk ? person.deskDocument.received : [])];
  const documents = frames.map((frame) => Buffer.from(frame).toString('base64'));
  return [...documents, ...person.stage.received, ...person.answers].join('\n');
}

/** No limit is to make two meetings differ. */
export const noRates = {
  HEARTH_ROOMS_PER_HOUR: '0',
  HEARTH_JOINS_PER_MINUTE: '0',
  HEARTH_REQUESTS_PER_SECOND: '0',
  HEARTH_COMMANDS_PER_SECOND: '0',
  HEARTH_LOG_LEVEL: 'trace',
};
