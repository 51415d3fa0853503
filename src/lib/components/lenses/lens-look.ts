/** How a perspective looks: its icon, and its colour where it has one of its own. Name and letter come with it always. */
import type { Component } from 'svelte';
import type { Lens } from '#domain/lenses/catalogue.ts';
import Accessibility from '@lucide/svelte/icons/accessibility';
import Coins from '@lucide/svelte/icons/coins';
import Compass from '@lucide/svelte/icons/compass';
import Database from '@lucide/svelte/icons/database';
import Eye from '@lucide/svelte/icons/eye';
import Globe from '@lucide/svelte/icons/globe';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Leaf from '@lucide/svelte/icons/leaf';
import LifeBuoy from '@lucide/svelte/icons/life-buoy';
import Megaphone from '@lucide/svelte/icons/megaphone';
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark';
import PartyPopper from '@lucide/svelte/icons/party-popper';
import Scale from '@lucide/svelte/icons/scale';
import Shield from '@lucide/svelte/icons/shield';
import Siren from '@lucide/svelte/icons/siren';
import Sprout from '@lucide/svelte/icons/sprout';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import UserRound from '@lucide/svelte/icons/user-round';
import Wrench from '@lucide/svelte/icons/wrench';

type Icon = Component<{ size?: number }>;
export type NoteColour = 'win' | 'user' | 'oncall' | 'product' | 'security' | 'neutral';
export interface Look {
  readonly colour: NoteColour;
  readonly icon: Icon;
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

/** What a lens of the team's own can have, by the names that are stored. */
export const lensIcons: Readonly<Record<string, Icon>> = {
  eye: Eye,
  'user-round': UserRound,
  siren: Siren,
  compass: Compass,
  shield: Shield,
  coins: Coins,
  database: Database,
  accessibility: Accessibility,
  'life-buoy': LifeBuoy,
  scale: Scale,
  sprout: Sprout,
  globe: Globe,
  wrench: Wrench,
  leaf: Leaf,
  'graduation-cap': GraduationCap,
  megaphone: Megaphone,
};

export const winLook: Look = { colour: 'win', icon: PartyPopper };
export const promptLook: Look = { colour: 'neutral', icon: MessageCircleQuestionMark };
const plainLook: Look = { colour: 'neutral', icon: StickyNote };

/** Null for an id that no lens has. A lens of the team's own chose its icon, and is of the neutral colour. */
export function lookOfLens(lens: Pick<Lens, 'id' | 'icon'> | null): Look {
  if (lens?.icon === undefined) return looks[lens?.id ?? ''] ?? plainLook;
  return { colour: 'neutral', icon: lensIcons[lens.icon] ?? plainLook.icon };
}
