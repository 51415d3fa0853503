/** Beginning to facilitate in the middle of a meeting, on a phone. */
import { memoryStore } from '../../server/store/memory-store.ts';
import { limits } from '../../src/protocol/limits.ts';
import { join, openRoom } from '../support/headless-person.ts';
import { startOwnServer } from '../support/server.ts';
import { app, expect, phone, test } from './meeting-test.ts';
import { SkippingClock } from './skipping-clock.ts';

test('whoever is made a facilitator is told, and folds the notes for facilitators for good', async ({
  hearth,
  company,
}) => {
  const room = await openRoom(hearth.origin);
  const { stage } = room.facilitator;
  await stage.connect();
  const ana = await company.participant('Ana', phone);
  await ana.join(hearth.origin + room.links.participant);
  await stage.command({ type: 'setSegmentNotes', segment: 'check-in', notes: 'Begin with the newest' });
  await stage.command({ type: 'startMeeting' });
  const told = ana.page.getByText('You facilitate now.');
  await expect(ana.page.getByRole('button', { name: 'I’m ready' })).toBeVisible();
  await expect(told).toHaveCount(0);

  const seat = Object.entries(stage.state?.seats ?? {}).find(([, { name }]) => name === 'Ana')?.[0] ?? '';
  await stage.command({ type: 'setRole', seat, role: 'facilitator' });
  await expect(ana.page.getByRole('status')).toHaveText('You facilitate now.');
  await expect(told).toHaveCount(2);

  const notes = ana.words('Begin with the newest');
  const fold = ana.page.getByText('Only facilitators see this');
  await expect(fold).toBeVisible();
  await expect(notes).toBeHidden();
  await fold.click();
  await expect(notes).toBeVisible();
  await ana.page.reload();
  await expect(notes).toBeVisible();
  await fold.click();
  await expect(notes).toBeHidden();
  await ana.page.reload();
  await expect(fold).toBeVisible();
  await expect(notes).toBeHidden();
  await expect(told).toHaveCount(0);
  room.facilitator.leave();
});

test('whoever facilitates no more, or with somebody else again, is told so instead of what was true before', async ({
  hearth,
  company,
}) => {
  const room = await openRoom(hearth.origin);
  const { stage } = room.facilitator;
  await stage.connect();
  const ana = await company.participant('Ana', phone);
  await ana.join(hearth.origin + room.links.participant);
  const seat = Object.entries(stage.state?.seats ?? {}).find(([, { name }]) => name === 'Ana')?.[0] ?? '';
  await stage.command({ type: 'setRole', seat, role: 'facilitator' });
  await expect(ana.words('You facilitate now.').first()).toBeVisible();
  await stage.command({ type: 'setRole', seat, role: 'participant' });
  await expect(ana.words('You take part now; Mara facilitates.').first()).toBeVisible();
  await expect(ana.page.getByText('You facilitate now.')).toHaveCount(0);
  await stage.command({ type: 'handOver', seat });
  await expect(ana.words('You facilitate now.').first()).toBeVisible();
  await stage.command({ type: 'takeBack' });
  await expect(ana.words('Mara facilitates again, too.').first()).toBeVisible();
  room.facilitator.leave();
});

test('whoever handed over goes on at once when the others are gone', async ({ company }) => {
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
  const ada = await company.facilitator('Ada', phone);
  await ada.openRoom(server.origin, 'Hand over');
  const ben = await join(server.origin, ada.links.participant, 'Ben');
  await ben.stage.connect();
  await ada.start();
  await ada.button('2 people here').click();
  await ada.button('What Ben may do').click();
  await ada.page.getByRole('menuitem', { name: 'Hand over to them' }).click();
  await expect(ada.dock).toHaveCount(0);
  await ada.page.keyboard.press('Escape');
  ben.leave();
  await expect
    .poll(() => {
      clock.skip(limits.presenceGraceMs);
      return ada.button('1 person here').count();
    })
    .toBe(1);
  clock.skip(limits.leaderlessMs);
  await ada.comesBack();
  await expect(ada.words('You have led this meeting, and can again at once.')).toBeVisible();
  await expect(ada.button('Ask to facilitate')).toHaveCount(0);
  await ada.button('Facilitate again').click();
  await expect(ada.dock).toBeVisible();
  await server.close();
});
