/** Keys that do something outside text fields. People can switch the single keys off; `?` then still opens the list. */
import { extend } from '$lib/components/dock/extend.ts';
import { goOn } from '$lib/components/dock/go-on.ts';
import { nextStep } from '$lib/components/dock/next-step.ts';
import { mayAnswer } from '$lib/components/polls/poll-state.ts';
import { mayCommand } from '#domain/stage/permissions.ts';
import { openPolls } from '#domain/stage/polls.ts';
import type { Poll } from '#domain/stage/state.ts';
import type { Command } from '#protocol/commands.ts';
import { reactions, type Reaction } from '#protocol/stage-wire.ts';
import { browserDevice } from '$lib/room/device.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { clockFace } from '$lib/text/dates.ts';
import { gestures } from '$lib/text/gestures.ts';
import { dock as dockWords } from '$lib/text/dock.ts';
import { room as words } from '$lib/text/room.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { takesKeys } from '$lib/ui/fields.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';
import type { Ask } from './asking.svelte.ts';
import type { Panels } from './panels.svelte.ts';
import { placesShown, undoStep } from './undo-step.ts';

const key = 'hearth:shortcuts';
let single = $state(browserDevice().read(key) !== 'off');

export const shortcutSetting = {
  get on() {
    return single;
  },
  set on(on: boolean) {
    single = on;
    browserDevice().write(key, on ? 'on' : 'off');
  },
};

/** What keys act on: the same as the buttons of the page. */
export interface Reach {
  readonly room: RoomView;
  readonly panels: Panels;
  readonly ask: Ask;
}

type Act = (reach: Reach) => void;

const command =
  (choose: (room: RoomView) => Command): Act =>
  ({ room, ask }) => {
    const wish = choose(room);
    if (mayLead(room, wish.type)) void ask(wish);
  };

const acts: Readonly<Record<string, Act>> = {
  '?': ({ panels }) => panels.toggle('shortcuts'),
  i: ({ room, panels }) => {
    if (room.stage?.phase !== 'closed') panels.toggle('invite');
  },
  n: () => document.querySelector<HTMLTextAreaElement>('[data-composer]')?.focus(),
  r: ({ room }) => {
    if (room.role !== 'participant') return;
    if (room.saving === 'offline') announce(dockWords.readyOffline);
    else room.setReady(!isReady(room));
  },
  h: ({ room }) => {
    if (room.role !== 'participant') return;
    if (room.saving === 'offline') announce(dockWords.readyOffline);
    else room.setHand(!isHandUp(room));
  },
  M: ({ room }) => {
    if (room.role !== 'participant') return;
    if (room.saving === 'offline') announce(dockWords.readyOffline);
    else toggleMinute(room);
  },
  ...Object.fromEntries(reactions.map((reaction, index) => [`${index + 1}`, reactWith(reaction)])),
  t: ({ room }) => announce(room.clock.leftMs === null ? words.notStarted : clockFace(room.clock.leftMs)),
  f: ({ room }) => room.following.follow(),
  u: ({ room }) => {
    const places = placesShown(room);
    if (room.mayWrite && room.board.canUndo(places) && !isVoting(room)) undoStep(room.board, places);
  },
  '[': ({ room }) => lookBeside(room, -1),
  ']': ({ room }) => lookBeside(room, 1),
  p: command((room) => ({ type: room.clock.paused ? 'resumeClock' : 'pauseClock' })),
  '+': ({ room, ask }) => {
    if (mayLead(room, 'extendTime')) void extend(room, ask, 1);
  },
  b: command(() => ({ type: 'bringEveryone' })),
  N: ({ room, panels, ask }) => {
    if (mayLead(room, 'goNext')) goOn(room, panels, ask);
  },
  B: ({ room, ask }) => {
    if (mayLead(room, 'goBack') && room.stage && !nextStep(room.stage).isFirst) void ask({ type: 'goBack' });
  },
};

export function handleShortcut(event: KeyboardEvent, reach: Reach): void {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (takesKeys(event.target) || document.querySelector('dialog[open], [role="menu"]')) return;
  const act = acts[event.key];
  if (!act || (!single && event.key !== '?')) return;
  event.preventDefault();
  act(reach);
}

function mayLead({ role, stage }: RoomView, type: Command['type']): boolean {
  return role !== null && mayCommand(role, type) && stage?.phase === 'running';
}

export function isReady(room: RoomView): boolean {
  return room.presence.find((seat) => seat.seat === room.me?.seat)?.ready ?? false;
}

/** What votes are given for stays as it is. */
function isVoting({ stage }: RoomView): boolean {
  return stage !== null && openPolls(stage).some(({ question }) => question === 'vote');
}

/** Whoever presses a number then means an answer, which nobody else is to see; it is given with the buttons alone. */
function isAskedForNumber(room: RoomView): boolean {
  const isNumbered = ({ kind }: Poll) => kind === 'scale' || kind === 'fist';
  return room.stage !== null && mayAnswer(room) && openPolls(room.stage).some(isNumbered);
}

export function isHandUp(room: RoomView): boolean {
  return room.presence.some(({ seat, hand }) => seat === room.me?.seat && hand !== null);
}

export function needsMinute(room: RoomView): boolean {
  return room.presence.some((seat) => seat.seat === room.me?.seat && seat.needsMinute);
}

export function toggleMinute(room: RoomView): void {
  const needed = !needsMinute(room);
  room.gestures.setMinute(needed);
  if (needed) showToast({ words: gestures.minuteAsked });
}

function reactWith(reaction: Reaction): Act {
  return ({ room }) => {
    if (room.role === null || room.role === 'observer' || room.stage?.phase === 'closed') return;
    if (isAskedForNumber(room)) return;
    if (room.saving === 'offline') return announce(dockWords.readyOffline);
    room.gestures.react(reaction);
  };
}

function lookBeside(room: RoomView, step: 1 | -1): void {
  const segments = room.stage?.segments ?? [];
  const here = segments.findIndex(
    (segment) => segment.id === (room.following.segment ?? room.stage?.current),
  );
  const target = segments[here + step];
  if (!target) return;
  if (target.id === room.stage?.current) room.following.follow();
  else room.following.lookAt(target.id);
  announce(target.title);
}
