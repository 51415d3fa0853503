/** Hands out what is here already at once: a promise would show that it is loading for a moment, and take the focus. */
export type Late<Module> = () => Module | Promise<Module>;

export function late<Module>(load: () => Promise<Module>): Late<Module> {
  let here: Module | null = null;
  return () => here ?? load().then((module) => (here = module));
}

const againMs = 2_000;

/**
 * For what shows as soon as it is there, and nothing until then: asks again until it can be fetched, and never rejects.
 * An `{#await}` without a word for failing would leave the page with an error that nobody catches.
 */
export function soon<Module>(fetch: Late<Module>): Module | Promise<Module> {
  const here = fetch();
  if (!(here instanceof Promise)) return here;
  return here.catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, againMs));
    return soon(fetch);
  });
}
