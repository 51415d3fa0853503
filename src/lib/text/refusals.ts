/** The sentences of a refusal, as the error table has them. */
import { errors, type ErrorCode } from '#protocol/errors.ts';

/** What happened, what is kept, what to do. */
export function refusalInWords(code: ErrorCode): string {
  return `${errors[code].message} ${whatNow(code)}`;
}

/** What is kept and what to do, for places that show what happened as a title. */
export function whatNow(code: ErrorCode): string {
  return `${errors[code].kept} ${errors[code].next}`;
}
