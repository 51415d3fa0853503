/** The table of permissions over real sockets: every command, from every role, in every phase that it forbids. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../../src/domain/stage/permissions.ts';
import type { Role } from '../../src/protocol/ids.ts';
import { samples } from '../support/command-samples.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoom, type LiveRoom } from '../support/live-room.ts';

const codes = ['not-yours-to-do', 'wrong-moment', 'room-closed', 'poll-closed', 'poll-gone'];

describe('[STAGE-11] T-42: over a socket', () => {
  let live: LiveRoom;
  let people: Readonly<Record<Role, HeadlessPerson>>;
  beforeAll(async () => {
    live = await openLiveRoom({ env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' } });
    people = { facilitator: live.mara, participant: await live.join('Ana'), observer: await live.watch() };
    for (const { stage } of Object.values(people)) await stage.connect();
  });
  afterAll(() => live.close());

  it.each([
    ['lobby', null],
    ['running', { type: 'startMeeting' }],
    ['closed', { type: 'closeRoom', anyway: true, why: 'Out of time' }],
  ] as const)(
    'everything that the table forbids is refused while the room is %s, stored nowhere and told to nobody',
    async (phase, step) => {
      if (step) expect(await live.mara.stage.command(step)).toMatchObject({ ok: true });
      const stored = () => live.server.around.store.loadRoom(live.room.id);
      const before = await stored();
      const heard = people.observer.stage.received.length;
      const forbidden = samples.flatMap((command) => {
        const { roles, phases } = permissions[command.type];
        return Object.entries(people)
          .filter(([role]) => !roles.includes(role as Role) || !phases.includes(phase))
          .map(([role, person]) => ({ role, command, person }));
      });
      expect(forbidden.length).toBeGreaterThan(samples.length);
      for (const { role, command, person } of forbidden) {
        const ack = await person.stage.command(command);
        expect({ role, type: command.type, ok: ack.ok }).toEqual({ role, type: command.type, ok: false });
        expect(ack.ok ? [] : codes).toContain(ack.ok ? '' : ack.code);
        if (!permissions[command.type].roles.includes(role as Role))
          expect(ack).toEqual({ ok: false, code: 'not-yours-to-do' });
      }
      expect(await stored()).toEqual(before);
      const events = people.observer.stage.received
        .slice(heard)
        .filter((message) => message.startsWith('["events"'));
      expect(events).toEqual([]);
    },
  );
});
