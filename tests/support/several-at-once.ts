/** Plays all items, so many at a time: most of what a meeting over sockets takes is waiting. Rejects with the first failure. */
export async function severalAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  play: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const playOn = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await play(item);
  };
  await Promise.all(Array.from({ length: atOnce }, playOn));
}
