/** Where notes can go, as a menu says it. */
import EyeOff from '@lucide/svelte/icons/eye-off';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import Group from '@lucide/svelte/icons/group';
import LogOut from '@lucide/svelte/icons/log-out';
import Merge from '@lucide/svelte/icons/merge';
import Split from '@lucide/svelte/icons/split';
import Ungroup from '@lucide/svelte/icons/ungroup';
import type { Topic } from '#domain/board/topic.ts';
import type { NoteId } from '#protocol/ids.ts';
import { group as words } from '$lib/text/group.ts';
import { people } from '$lib/text/people.ts';
import type { MenuItem } from '$lib/ui/menu-item.ts';
import type { Grouping } from './grouping.svelte.ts';

export function movesFor(grouping: Grouping, notes: readonly NoteId[]): readonly MenuItem[] {
  const homes = grouping.groups.filter((topic) => !holdsAll(topic, notes));
  const isGrouped = notes.some((note) => grouping.isGrouped(note));
  return [
    { label: words.newTopic, key: ' new', icon: FolderPlus, onselect: () => grouping.newTopic(notes) },
    ...(isGrouped
      ? [{ label: words.takeOut, key: ' out', icon: LogOut, onselect: () => grouping.takeOut(notes) }]
      : []),
    ...homes.map((topic) => ({
      label: grouping.nameOf(topic),
      key: topic.id,
      icon: Group,
      onselect: () => grouping.moveTo(topic, notes),
    })),
  ];
}

/** `merge` opens the list of topics to merge with. */
export function movesOf(grouping: Grouping, topic: Topic, merge: () => void): readonly MenuItem[] {
  const chosen = grouping.chosen;
  const own = chosen.filter((note) => topic.notes.some(({ id }) => id === note));
  const others = chosen.filter((note) => !own.includes(note));
  const item = (isThere: boolean, made: MenuItem) => (isThere ? [made] : []);
  return [
    ...item(others.length > 0, {
      label: words.moveHere(others.length),
      icon: Group,
      onselect: () => grouping.moveTo(topic, others),
    }),
    ...item(own.length > 0 && own.length < topic.notes.length, {
      label: words.split(own.length),
      icon: Split,
      onselect: () => grouping.newTopic(own),
    }),
    ...item(grouping.groups.length > 1, { label: words.merge, icon: Merge, onselect: merge }),
    ...item(topic.merged.length > 0, {
      label: words.unmerge(topic.merged.length),
      icon: Split,
      onselect: () => grouping.unmerge(topic),
    }),
    {
      label: topic.notes.length === 0 ? words.remove : words.ungroup,
      icon: Ungroup,
      onselect: () => grouping.ungroup(topic),
    },
  ];
}

/** For whoever facilitates, about one note. */
export function hideItem(hide: () => void): MenuItem {
  return { label: people.hideNote, key: ' hide', icon: EyeOff, onselect: hide };
}

export function mergesOf(grouping: Grouping, topic: Topic): readonly MenuItem[] {
  return grouping.groups
    .filter((other) => other.id !== topic.id)
    .map((other) => ({
      label: grouping.nameOf(other),
      key: other.id,
      icon: Merge,
      onselect: () => grouping.merge(topic, other),
    }));
}

function holdsAll(topic: Topic, notes: readonly NoteId[]): boolean {
  return notes.every((note) => topic.notes.some(({ id }) => id === note));
}
