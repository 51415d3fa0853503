/** Words of the sounds that a person can switch on for themselves. */
export const sounds = {
  menu: 'Sounds',
  title: 'Sounds on this device',
  hint: 'A short sound when time is over, when one minute is left, and when notes are revealed. Everything is on the screen too.',
  on: 'Play sounds',
  volume: 'Volume',
  volumeIs: (percent: number) => `${percent} %`,
  test: 'Try it',
  afterLoading:
    'After a page was loaded, browsers stay silent until you have clicked or pressed a key on it.',
  silent: 'This browser cannot play sounds here.',
} as const;
