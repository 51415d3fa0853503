import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from '../../server/config.ts';

function configOf(env: Record<string, string>): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.sentence);
  return read.config;
}

function sentenceFor(env: Record<string, string>): string {
  const read = readConfig(env);
  return read.ok ? 'accepted' : read.sentence;
}

describe('the configuration', () => {
  it('needs no variable at all', () => {
    const config = configOf({});
    expect(config).toMatchObject({
      port: 3000,
      host: undefined,
      origins: [],
      trustedProxyHops: 0,
      logLevel: 'info',
    });
    expect(config.data).toMatch(/\/data$/);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(configOf({ HEARTH_PORT: '', HEARTH_HOST: '' })).toMatchObject({ port: 3000, host: undefined });
  });

  it('reads several origins', () => {
    expect(configOf({ HEARTH_ORIGIN: 'https://retro.example.org, http://10.0.0.5:3000' }).origins).toEqual([
      'https://retro.example.org',
      'http://10.0.0.5:3000',
    ]);
  });

  it('makes a rate of a number, and nothing of 0', () => {
    const { rates, frames, commands } = configOf({
      HEARTH_ROOMS_PER_HOUR: '3',
      HEARTH_FRAMES_PER_SECOND: '0',
      HEARTH_COMMANDS_PER_SECOND: '0',
    });
    expect(rates.newRooms).toEqual({ count: 3, perMs: 3_600_000, burst: 3 });
    expect(frames.frames).toBeNull();
    expect(commands.count).toBe(0);
  });

  it('never saves up less than what comes back in a second', () => {
    expect(configOf({ HEARTH_FRAMES_PER_SECOND: '50', HEARTH_FRAMES_BURST: '5' }).frames.frames).toEqual({
      ratePerSecond: 50,
      burst: 50,
    });
  });

  it.each([
    [{ HEARTH_PORT: 'abc' }, 'HEARTH_PORT must be a whole number, from 0 to 65535, but is "abc".'],
    [{ HEARTH_PORT: '65536' }, 'HEARTH_PORT must be a whole number, from 0 to 65535, but is "65536".'],
    [{ HEARTH_PORT: '-1' }, 'HEARTH_PORT must be a whole number, from 0 to 65535, but is "-1".'],
    [{ HEARTH_PORT: '1e3' }, 'HEARTH_PORT must be a whole number, from 0 to 65535, but is "1e3".'],
    [
      { HEARTH_ROOMS_PER_HOUR: 'many' },
      'HEARTH_ROOMS_PER_HOUR must be a whole number, 0 or more, but is "many".',
    ],
    [
      { HEARTH_HOST: 'here there' },
      'HEARTH_HOST must be an address or a host name, such as 127.0.0.1, but is "here there".',
    ],
    [
      { HEARTH_LOG_LEVEL: 'loud' },
      'HEARTH_LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, but is "loud".',
    ],
    [
      { HEARTH_ORIGIN: 'https://retro.example.org/room' },
      'HEARTH_ORIGIN must be one or more addresses like https://retro.example.org, separated by commas, without a path, but is "https://retro.example.org/room".',
    ],
    [
      { HEARTH_ORIGIN: 'retro.example.org' },
      'HEARTH_ORIGIN must be one or more addresses like https://retro.example.org, separated by commas, without a path, but is "retro.example.org".',
    ],
  ])('answers %o with a sentence', (env, sentence) => {
    expect(sentenceFor(env)).toBe(sentence);
  });
});
