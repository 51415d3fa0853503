import type { Lack } from '#domain/record/room-record.ts';
import { record as words } from '$lib/text/record.ts';

const sentences: Readonly<Record<Lack, string>> = {
  owner: words.noOwner,
  due: words.noDue,
  title: words.noTitle,
};

export function lackInWords(lack: Lack): string {
  return sentences[lack];
}
