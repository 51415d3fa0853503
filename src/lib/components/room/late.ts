/** Hands out what is here already at once: a promise would show that it is loading for a moment, and take the focus. */
export type Late<Module> = () => Module | Promise<Module>;

export function late<Module>(load: () => Promise<Module>): Late<Module> {
  let here: Module | null = null;
  return () => here ?? load().then((module) => (here = module));
}
