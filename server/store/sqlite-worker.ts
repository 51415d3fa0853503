/**
 * The thread that owns hearth.db: opens it, says so, then answers batches. While it waits for the disk, requests pile
 * up in its port; it takes all of them at once, so that they share the next transaction.
 */
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { answerAll } from './sqlite/answers.ts';
import { holdDataDirectory, type DataDirectory } from './sqlite/data-directory.ts';
import { readOrMakeKey } from './sqlite/installation-key.ts';
import { Keeper } from './sqlite/keeper.ts';
import type { Asked, Opening, WorkerStart } from './sqlite/requests.ts';

const start = workerData as WorkerStart;
if (parentPort === null) throw new Error('sqlite-worker.ts runs as a worker thread.');
run(parentPort);

function run(port: MessagePort): void {
  let directory: DataDirectory | null = null;
  try {
    directory = holdDataDirectory(start.dataDir);
    const key = readOrMakeKey(directory);
    const keeper = new Keeper(directory.database);
    tell(port, { state: 'opened', key });
    listen(port, keeper, directory);
  } catch (error) {
    directory?.release();
    tell(port, { state: 'refused', message: error instanceof Error ? error.message : String(error) });
  }
}

function listen(port: MessagePort, keeper: Keeper, directory: DataDirectory): void {
  let folding: NodeJS.Timeout | null = null;
  const planFolding = () => {
    if (folding !== null || !keeper.needsFolding()) return;
    folding = setTimeout(() => {
      folding = null;
      tryToFold(keeper);
      planFolding();
    }, start.foldAfterMs);
  };
  port.on('message', (first: Asked[]) => {
    const batch = [...first, ...waiting(port)];
    port.postMessage(answerAll(keeper, batch));
    if (!batch.some(({ request }) => request.type === 'close')) return planFolding();
    if (folding !== null) clearTimeout(folding);
    directory.release();
    port.close();
  });
}

/** A failure here is nobody's answer: the keeper drops the connection, and the next request meets the disk itself. */
function tryToFold(keeper: Keeper): void {
  try {
    keeper.fold();
  } catch {
    return;
  }
}

function waiting(port: MessagePort): Asked[] {
  const batches: Asked[] = [];
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    batches.push(...(next.message as Asked[]));
  }
  return batches;
}

function tell(port: MessagePort, opening: Opening): void {
  port.postMessage(opening);
}
