/** What whoever facilitates may do about one person. */
import Hand from '@lucide/svelte/icons/hand';
import UserMinus from '@lucide/svelte/icons/user-minus';
import UserRoundCheck from '@lucide/svelte/icons/user-round-check';
import UserRoundCog from '@lucide/svelte/icons/user-round-cog';
import UserRound from '@lucide/svelte/icons/user-round';
import { isActing, isLeftToOthers } from '#domain/stage/acting.ts';
import { mayCommandNow } from '#domain/stage/permissions.ts';
import { seatOf } from '#domain/stage/standing.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Command } from '#protocol/commands.ts';
import type { SeatId } from '#protocol/ids.ts';
import type { Person } from '$lib/components/room/people.ts';
import { seats as words } from '$lib/text/seats.ts';
import type { MenuItem } from '$lib/ui/menu-item.ts';

export interface PersonDeeds {
  /** Asks the stage, and tells what became of it where it was done. What changes one's own role tells itself. */
  ask(command: Command, done?: string | null): void;
  lowerHand(): void;
  /** Asked about first. */
  remove(): void;
}

/** `me` is the seat of whoever facilitates. */
export function personMenu(person: Person, me: SeatId, stage: StageState, deeds: PersonDeeds): MenuItem[] {
  const { seat, name, role } = person;
  const isMe = seat === me;
  const hasLed = seatOf(stage, seat)?.hasLed ?? false;
  const isTheirs = isLeftToOthers(stage, me, { type: 'takeFrom', seat });
  const confirms = isActing(stage, seat) && !isActing(stage, me);
  const may = (type: Command['type']) => mayCommandNow('facilitator', stage.phase, type).ok;
  const item = (isThere: boolean, made: MenuItem) => (isThere ? [made] : []);
  const leads = role === 'facilitator';
  const others = Object.entries(stage.seats).some(
    ([other, info]) => other !== seat && info.role === 'facilitator' && info.standing === 'in',
  );
  return [
    ...item(person.hand !== null && !isMe, {
      label: words.lowerHand,
      icon: Hand,
      onselect: () => deeds.lowerHand(),
    }),
    ...item(role === 'participant' && may('setRole'), {
      label: words.makeFacilitator,
      icon: UserRoundCog,
      onselect: () => deeds.ask({ type: 'setRole', seat, role: 'facilitator' }, words.madeFacilitator(name)),
    }),
    ...item(leads && confirms && may('setRole'), {
      label: words.confirmFacilitator,
      icon: UserRoundCog,
      onselect: () =>
        deeds.ask({ type: 'setRole', seat, role: 'facilitator' }, words.confirmedFacilitator(name)),
    }),
    ...item(!isMe && role !== 'observer' && person.isHere && may('handOver'), {
      label: words.handOver,
      icon: UserRoundCheck,
      onselect: () => deeds.ask({ type: 'handOver', seat }),
    }),
    ...item(leads && others && !isTheirs && may('setRole'), {
      label: isMe ? words.stopFacilitating : words.makeParticipant,
      icon: UserRound,
      onselect: () =>
        deeds.ask({ type: 'setRole', seat, role: 'participant' }, isMe ? null : words.madeParticipant(name)),
    }),
    ...item(role === 'participant' && hasLed && !isTheirs && may('setRole'), {
      label: words.noTakingBack,
      icon: UserRound,
      onselect: () => deeds.ask({ type: 'setRole', seat, role: 'participant' }, words.takesBackNoMore(name)),
    }),
    ...item(!isMe && !isTheirs && may('removeSeat'), {
      label: words.remove,
      icon: UserMinus,
      onselect: () => deeds.remove(),
    }),
  ];
}
