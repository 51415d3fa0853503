import type { Component } from 'svelte';

export interface MenuItem {
  readonly label: string;
  /** Tells it from another one of the same label. */
  readonly key?: string;
  readonly icon?: Component<{ size?: number }>;
  /** Shown as ticked where it is one of a choice. */
  readonly checked?: boolean;
  readonly onselect: () => void;
}
