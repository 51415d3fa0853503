import { describe, expect, test } from 'vitest';
import type { RoomRecord } from '../../../src/domain/record/room-record.ts';
import { chatText } from '../../../src/lib/components/record/chat-text.ts';
import { dayTime, longDay, shortDay, timeOfDay } from '../../../src/lib/text/dates.ts';
import { closedMeeting } from '../../support/whole-meeting.ts';
import { wholeReview } from '../../support/whole-review.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const address = 'https://retro.example.org/r/abc/record';
const record = closedMeeting().record();
const day = (date: string) => shortDay(date, now);
const title = `Checkout, sprint 42, ${longDay(Date.parse(record.startedAt ?? record.openedAt))}`;
const textOf = (change: Partial<RoomRecord> = {}, at: string | null = address) =>
  chatText({ ...record, ...change }, at, now);

describe('a record for a chat', () => {
  test('is what was decided, who does what by when, and where to read on', () => {
    expect(textOf()).toBe(
      [
        title,
        '',
        'What changes for users: Vouchers are found',
        'What it costs: Two weeks of one person',
        '',
        'What we decided',
        '• We show the voucher field above the fold',
        '',
        'Who does what',
        `• Move the field, test it (Bo, by ${day('2026-12-04')})`,
        '• =Ask legal (Dee from legal, needs a date)',
        `• Tidy the runbook (needs an owner, by ${day('2026-12-31')})`,
        `• Measure logins (Cy is asked, by ${day('2026-12-11')})`,
        '',
        'What we will find out',
        `• Can tokens expire? (Bo, by ${day('2026-11-27')}, we look again ${day('2026-11-30')})`,
        '',
        'What others have to decide',
        `• A second build machine (The head of platform, by ${day('2026-12-01')})`,
        '',
        '1 thing was left open',
        '• Tidy the runbook: Needs an owner',
        '',
        `The whole record: ${address}`,
      ].join('\n'),
    );
  });

  test('of an incident says first what happened and whom it hit, and what each follow-up is for', () => {
    const lines = chatText(wholeReview().record(), null, now).split('\n').slice(2);
    expect(lines.slice(0, 3)).toEqual([
      'Summary: Checkout refused every card. A queue was full.',
      'Impact: 400 customers could not pay for 40 minutes',
      '',
    ]);
    expect(lines).toContain(`• Page when the queue is half full (Detect, Bo, by ${day('2026-12-04')})`);
    expect(lines).toContain('• Write it down (needs an aim, needs an owner, needs a date)');
  });

  const nothing = {
    headlines: { users: ' ', cost: '', need: '' },
    decisions: [],
    actions: [],
    spikes: [],
    escalations: [],
    closedAnyway: false,
  };

  test('leaves out what nobody wrote, and the address where there is no room', () => {
    const { actions } = record;
    const lines = textOf({ ...nothing, actions }, null).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      title,
      '',
      'Who does what',
      expect.stringContaining('Move the field'),
    ]);
    expect(lines).toHaveLength(3 + actions.length);
  });

  test('says in a sentence that nothing came of it, and when the meeting was', () => {
    const [from, to] = [record.startedAt, record.closedAt].map((at) => timeOfDay(Date.parse(at ?? '')));
    const closed = `We met from ${from} to ${to}. Nothing was decided, and nobody promised anything.`;
    expect(textOf(nothing, null)).toBe(`${title}\n\n${closed}`);
    const decisions = record.decisions.map((one) => ({ ...one, status: 'superseded' as const }));
    expect(textOf({ ...nothing, decisions }, null)).toContain(closed);
    const running = { ...nothing, closedAt: null };
    expect(textOf(running, null)).toContain(`We began at ${from}. Nothing is decided or promised yet.`);
    expect(textOf({ ...running, startedAt: null }, null)).toContain('The meeting has not begun.');
    expect(textOf({ ...nothing, startedAt: null }, null)).toContain('The room was closed without a meeting.');
  });

  test('names the day on which a meeting ended, where it went on past midnight', () => {
    const closedAt = new Date(Date.parse(record.startedAt ?? '') + 86_400_000).toISOString();
    expect(textOf({ ...nothing, closedAt })).toContain(dayTime(Date.parse(closedAt)));
  });

  test('calls what has no words by its topic, and says that it needs them', () => {
    const silent = { topic: 'Refunds are late', lacks: ['title' as const] };
    const lines = textOf({
      decisions: record.decisions.map((one) => ({ ...one, ...silent, text: ' ', status: 'proposed' })),
      spikes: record.spikes.map((one) => ({
        ...{ ...one, ...silent, question: '' },
        ...{ owner: null, ends: null, reconvene: null },
      })),
      escalations: record.escalations.map((one) => ({ ...one, ...silent, needed: '', by: null })),
      openItems: ['decision', 'spike', 'escalation', 'let-go'].map((kind) => ({
        ...{ kind: kind as 'spike', title: silent.topic, lacks: silent.lacks },
      })),
    }).split('\n');
    expect(lines).toContain('• Refunds are late (needs words)');
    expect(lines).toContain('• Refunds are late (needs words, needs an owner, needs a day to look again)');
    expect(lines).toContain('• Refunds are late (needs words, The head of platform)');
    expect(lines.slice(lines.indexOf('4 things were left open') + 1, -2)).toEqual([
      ...['Decision', 'Spike', 'Escalation', 'Let go'].map(
        (kind) => `• ${kind}, Refunds are late: Needs words`,
      ),
    ]);
  });

  test('says of what has neither words nor a topic what it needs, once', () => {
    const lines = textOf({
      decisions: record.decisions.map((one) => ({ ...one, topic: null, text: '', status: 'proposed' })),
    });
    expect(lines).toContain('\n• Needs words\n');
  });

  test('keeps every entry on its line, calls nobody, and cuts what is too long', () => {
    const [action] = record.actions;
    const shouted = `@channel\nsee #general\u2028now\u202e ${'very '.repeat(60)}long`;
    const [line = ''] = textOf({ actions: action ? [{ ...action, title: shouted }] : [] })
      .split('\n')
      .filter((one) => one.includes('channel'));
    expect(line).toMatch(/^• @\u200bchannel see #\u200bgeneral now very .*ver… \(Bo, by /u);
    expect(line.length).toBeLessThan(240);
  });

  test('says how many entries it leaves to the record', () => {
    const [action] = record.actions;
    const actions = Array.from({ length: 15 }, () => action).filter((one) => one !== undefined);
    const lines = textOf({ actions }).split('\n');
    expect(lines.filter((one) => one.startsWith('• Move the field'))).toHaveLength(12);
    expect(lines).toContain('and 3 more');
  });
});
