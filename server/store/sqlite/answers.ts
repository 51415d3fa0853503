/** Answers a batch of requests in the order in which they were asked; commits next to each other share a transaction. */
import type { Change } from '../store.ts';
import { faultOf, isDamage, type Fault } from './faults.ts';
import type { Keeper } from './keeper.ts';
import type { Answered, Asked, Found, Request, Result } from './requests.ts';

interface AskedCommit {
  readonly id: number;
  readonly change: Change;
}

export function answerAll(keeper: Keeper, batch: readonly Asked[]): Answered[] {
  const answers: Answered[] = [];
  let group: AskedCommit[] = [];
  const finishGroup = () => {
    if (group.length > 0) answers.push(...commitAll(keeper, group));
    group = [];
  };
  for (const { id, request } of batch) {
    if (request.type === 'commit') {
      group.push({ id, change: request.change });
    } else {
      finishGroup();
      answers.push({ id, result: answer(() => serve(keeper, request)) });
    }
  }
  finishGroup();
  return answers;
}

/**
 * When the disk fails, everybody in the group gets that fault. When a page is damaged, nothing was written yet, and each
 * tries alone, so that only the rooms on that page fail.
 */
function commitAll(keeper: Keeper, group: readonly AskedCommit[]): Answered[] {
  try {
    const faults = keeper.commit(group.map(({ change }) => change));
    return group.map(({ id }, place) => ({ id, result: resultOf(faults[place] ?? null) }));
  } catch (error) {
    if (isDamage(error) && group.length > 1) return group.flatMap((asked) => commitAll(keeper, [asked]));
    const result = resultOf(faultOf(error));
    return group.map(({ id }) => ({ id, result }));
  }
}

function resultOf(fault: Fault | null): Result {
  return fault === null ? { ok: true, found: null } : { ok: false, fault };
}

function answer(work: () => Found[Request['type']]): Result {
  try {
    return { ok: true, found: work() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function serve(keeper: Keeper, request: Exclude<Request, { type: 'commit' }>): Found[Request['type']] {
  switch (request.type) {
    case 'load':
      return keeper.load(request.room);
    case 'untouched':
      return keeper.untouched(request.page);
    case 'probe':
      keeper.probe();
      return null;
    case 'close':
      keeper.close();
      return null;
  }
}
