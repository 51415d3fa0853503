/**
 * Copies a link that is still being fetched. To be called within the press that asks for it: some browsers let a page
 * copy only then. Resolves to whether it is copied; false where the browser refuses or there is no link.
 */
export async function copyWhenKnown(link: Promise<string>): Promise<boolean> {
  link.catch(() => undefined);
  try {
    if ('ClipboardItem' in globalThis) {
      const text = link.then((words) => new Blob([words], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    } else {
      await navigator.clipboard.writeText(await link);
    }
    return true;
  } catch {
    return false;
  }
}
