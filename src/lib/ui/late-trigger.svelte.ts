/**
 * Menus, popovers and tooltips come after the first paint: nobody opens one before there is something to see. Until
 * then their triggers stand alone; who presses one, or has the focus on it, is not forgotten.
 */
import type { Component } from 'svelte';

/** A component that is fetched once for the whole page. Tried again at the next asking where the network broke off. */
export class LateComponent<Props extends Record<string, unknown>> {
  readonly #load: () => Promise<{ readonly default: Component<Props, object> }>;
  #current = $state.raw<Component<Props, object> | null>(null);
  #isComing = false;

  constructor(load: () => Promise<{ readonly default: Component<Props, object> }>) {
    this.#load = load;
  }

  /** Null until it is here. */
  get current(): Component<Props, object> | null {
    return this.#current;
  }

  fetch(): void {
    if (this.#isComing || this.#current) return;
    this.#isComing = true;
    this.#load()
      .then(({ default: component }) => (this.#current = component))
      .catch(() => {})
      .finally(() => (this.#isComing = false));
  }
}

/** To be called while a component is set up: fetches what is late, and keeps the focus where it is when that arrives. */
export function fetchBehind(late: LateComponent<never>, triggerId: string): void {
  const isFocused = () => document.activeElement?.id === triggerId;
  let wasFocused = false;
  $effect.pre(() => {
    if (late.current) wasFocused = isFocused();
  });
  $effect(() => {
    if (!late.current) late.fetch();
    else if (wasFocused && !isFocused()) document.getElementById(triggerId)?.focus();
  });
}
