/** Lines as people type them, cleaned the same way wherever they arrive. */
import * as z from 'zod/mini';

/** Before anything is cleaned: no more than four times what may be left. Answered with the bound that counts. */
const notMuchPast =
  (max: number): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    if (value.length > max * 4)
      issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
  };

/** One line of text as a person types it: trimmed, without control or direction-changing characters. */
export const lineSchema = (max: number) =>
  z.pipe(
    z.pipe(
      z.string().check(notMuchPast(max)),
      z.transform((text) =>
        text
          .normalize('NFC')
          .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
          .replace(/\s+/gu, ' ')
          .trim(),
      ),
    ),
    z.string().check(z.minLength(1), z.maxLength(max)),
  );
