/** What was said about topics that were merged into one: all of its minutes but its own, which stand first, trimmed. */
export function mergedMinutes(all: string, own: string): string {
  return all.slice(own.trim().length).trim();
}
