/** Wins by the question that they answer. */
import type { RecordedWin } from './room-record.ts';

export interface WinGroup {
  /** Null for those that answer none. */
  readonly prompt: string | null;
  readonly wins: readonly RecordedWin[];
}

/** Those without a question first, then in the order in which the first of each stands on the board. */
export function winsByPrompt(wins: readonly RecordedWin[]): WinGroup[] {
  const prompts = [...new Set(wins.flatMap(({ prompt }) => prompt ?? []))];
  const groups = [null, ...prompts].map((prompt) => ({
    prompt,
    wins: wins.filter((win) => (win.prompt ?? null) === prompt),
  }));
  return groups.filter((group) => group.wins.length > 0);
}
