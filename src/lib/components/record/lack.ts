import type { Lack } from '#domain/record/room-record.ts';
import { decide } from '$lib/text/decide.ts';
import { record as words } from '$lib/text/record.ts';

const sentences: Readonly<Record<Lack, string>> = {
  owner: words.noOwner,
  due: words.noDue,
  aim: decide.needsAim,
  title: words.noTitle,
  consent: decide.needsConsent,
  reconvene: decide.needsReconvene,
  position: decide.needsPosition,
  outcome: decide.needsOutcome,
  why: decide.needsWhy,
};

export function lackInWords(lack: Lack): string {
  return sentences[lack];
}
