/** How a perspective looks: its icon, and its colour where it has one of its own. Name and letter come with it always. */
import type { Component } from 'svelte';
import Accessibility from '@lucide/svelte/icons/accessibility';
import Coins from '@lucide/svelte/icons/coins';
import Compass from '@lucide/svelte/icons/compass';
import Database from '@lucide/svelte/icons/database';
import LifeBuoy from '@lucide/svelte/icons/life-buoy';
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark';
import PartyPopper from '@lucide/svelte/icons/party-popper';
import Scale from '@lucide/svelte/icons/scale';
import Shield from '@lucide/svelte/icons/shield';
import Siren from '@lucide/svelte/icons/siren';
import Sprout from '@lucide/svelte/icons/sprout';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import UserRound from '@lucide/svelte/icons/user-round';

export type NoteColour = 'win' | 'user' | 'oncall' | 'product' | 'security' | 'neutral';
export interface Look {
  readonly colour: NoteColour;
  readonly icon: Component<{ size?: number }>;
}

const looks: Readonly<Record<string, Look>> = {
  user: { colour: 'user', icon: UserRound },
  oncall: { colour: 'oncall', icon: Siren },
  product: { colour: 'product', icon: Compass },
  security: { colour: 'security', icon: Shield },
  cost: { colour: 'neutral', icon: Coins },
  data: { colour: 'neutral', icon: Database },
  a11y: { colour: 'neutral', icon: Accessibility },
  support: { colour: 'neutral', icon: LifeBuoy },
  compliance: { colour: 'neutral', icon: Scale },
  newcomer: { colour: 'neutral', icon: Sprout },
};

export const winLook: Look = { colour: 'win', icon: PartyPopper };
export const promptLook: Look = { colour: 'neutral', icon: MessageCircleQuestionMark };
const plainLook: Look = { colour: 'neutral', icon: StickyNote };

export function lookOfLens(lens: string): Look {
  return looks[lens] ?? plainLook;
}
