import Gavel from '@lucide/svelte/icons/gavel';
import Leaf from '@lucide/svelte/icons/leaf';
import Megaphone from '@lucide/svelte/icons/megaphone';
import Timer from '@lucide/svelte/icons/timer';
import type { Component } from 'svelte';
import type { OutcomeKind } from '#domain/board/topic.ts';

export const kindIcons: Readonly<Record<OutcomeKind, Component<{ size?: number }>>> = {
  decision: Gavel,
  spike: Timer,
  escalation: Megaphone,
  'let-go': Leaf,
};
