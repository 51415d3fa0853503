/** Binds shared text to a textarea or a one-line field: `{@attach bindText(field, { max: 500 })}`. */
import type { Attachment } from 'svelte/attachments';
import type { TextField } from '#domain/yjs/text-field.ts';

export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** `max` is in characters as the control counts them (UTF-16 units). */
export function bindText(field: TextField, { max }: { readonly max: number }): Attachment<TextControl> {
  return (control) => {
    control.maxLength = max;
    control.value = field.read();
  };
}
