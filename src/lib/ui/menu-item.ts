import type { Component } from 'svelte';

export interface MenuItem {
  readonly label: string;
  readonly icon?: Component<{ size?: number }>;
  /** Shown as ticked where it is one of a choice. */
  readonly checked?: boolean;
  readonly onselect: () => void;
}
