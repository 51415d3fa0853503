import { beforeEach, describe, expect, it } from 'vitest';
import { PollsView } from '../../../src/lib/room/polls-view.svelte.ts';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import type { Command, CommandAck } from '../../../src/protocol/commands.ts';
import { eventually } from '../../support/eventually.ts';

const up: Ballot = { answers: ['up'] };
const down: Ballot = { answers: ['down'] };
const done: CommandAck = { ok: true, rev: 1 };

let sent: { readonly command: Command; readonly answer: (ack: CommandAck) => void }[];
let view: PollsView;
beforeEach(() => {
  sent = [];
  view = new PollsView({
    stage: () => null,
    command: (command) => new Promise((answer) => sent.push({ command, answer })),
  });
});

const ballots = () => sent.map(({ command }) => (command.type === 'castBallot' ? command.ballot : 'other'));

describe('one’s own ballot', () => {
  it('is shown at once, and stays as the server has it', async () => {
    const cast = view.cast('p1', up);
    expect(view.mine('p1')).toBe(up);
    expect(view.isSending('p1')).toBe(true);
    view.tellBallots([{ poll: 'p1', ballot: up }]);
    sent[0]?.answer(done);
    expect(await cast).toEqual(done);
    expect(view.mine('p1')).toEqual(up);
    expect(view.isSending('p1')).toBe(false);
  });

  it('is what it was before when it is refused', async () => {
    view.tellBallots([{ poll: 'p1', ballot: up }]);
    const cast = view.cast('p1', down);
    sent[0]?.answer({ ok: false, code: 'poll-closed' });
    expect(await cast).toMatchObject({ ok: false });
    expect(view.mine('p1')).toEqual(up);
  });

  it('is sent one at a time; of those changed meanwhile only the last, and everybody hears how that went', async () => {
    const casts = [view.cast('p1', up), view.cast('p1', down), view.cast('p1', null)];
    expect(ballots()).toEqual([up]);
    expect(view.mine('p1')).toBeNull();
    sent[0]?.answer(done);
    await eventually(() => expect(ballots()).toEqual([up, null]));
    sent[1]?.answer({ ok: true, rev: 2 });
    for (const ack of await Promise.all(casts)) expect(ack).toEqual({ ok: true, rev: 2 });
  });

  it('of one question does not wait for another', () => {
    void view.cast('p1', up);
    void view.cast('p2', down);
    expect(ballots()).toEqual([up, down]);
  });

  it('is unknown until the server has said', () => {
    expect(view.isKnown).toBe(false);
    view.tellBallots([]);
    expect(view.isKnown).toBe(true);
    expect(view.mine('p1')).toBeNull();
  });
});
