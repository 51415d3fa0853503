import { describe, expect, it } from 'vitest';
import { createLog } from '../../server/log.ts';

function lineOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  let text = '';
  write(createLog('info', { write: (line: string) => void (text += line) }));
  return JSON.parse(text) as Record<string, unknown>;
}

describe('the log', () => {
  it('is one JSON object per line, with the time and the reason', () => {
    const line = lineOf((log) => log.error({ err: new RangeError('no space') }, 'not stored'));
    expect(line).toMatchObject({ msg: 'not stored', err: { type: 'RangeError', message: 'no space' } });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('T-37 leaves out what a parser quotes', () => {
    const error = parseFailure('{"secret": canary}');
    const line = lineOf((log) => log.error({ err: error }, 'failed'));
    expect(error.message).toContain('canary');
    expect(JSON.stringify(line)).not.toContain('canary');
  });

  it('leaves out everything of an error but its type, reason and place', () => {
    const error = Object.assign(new Error('failed'), { body: 'canary', code: 'EIO' });
    const line = lineOf((log) => log.error({ err: error }, 'failed'));
    expect(JSON.stringify(line)).not.toContain('canary');
    expect(line['err']).toMatchObject({ code: 'EIO' });
  });
});

function parseFailure(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    return error as Error;
  }
  throw new Error('this could be parsed');
}
