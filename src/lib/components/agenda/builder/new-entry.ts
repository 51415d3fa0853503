import { tick } from 'svelte';

/** The first field of the last entry of a list gets the focus, and what is typed next takes the place of its words. */
export async function enterLast(list: HTMLElement | undefined): Promise<void> {
  await tick();
  const fields = list?.querySelectorAll<HTMLInputElement>(':scope > li:last-child input');
  fields?.[0]?.focus();
  fields?.[0]?.select();
}
