/** A press moves the focus before the click lands: whatever moves at once would move away from under the pointer. */
const clickMs = 300;

/** Calls `act` once the click that took the focus has landed, unless that is called off by the function returned. */
export function afterClick(act: () => void): () => void {
  const timer = setTimeout(act, clickMs);
  return () => clearTimeout(timer);
}
