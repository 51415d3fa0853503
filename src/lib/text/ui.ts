/** Words of the controls that know nothing of meetings. */
export const ui = {
  name: 'Hearth',
  close: 'Close',
  toStart: 'To the start page',
  cancel: 'Cancel',
  undo: 'Undo',
  save: 'Save',
  add: 'Add',
  cut: (chars: number) =>
    chars === 1 ? '1 character did not fit.' : `${chars.toLocaleString()} characters did not fit.`,
  theirs: (words: string) => `Somebody else wrote “${words}” meanwhile.`,
  theirsEmpty: 'Somebody else emptied this meanwhile.',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  copied: 'Copied',
  copyRefused: 'Copying is blocked here; select and copy by hand',
  tryAgain: 'Try again',
  skipToContent: 'Skip to the content',
  home: 'Hearth, start page',
  pageMissing: 'There is no page here',
  pageMissingNext: 'Check the address, or start from the beginning.',
} as const;
