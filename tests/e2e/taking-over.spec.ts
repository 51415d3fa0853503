/** Beginning to facilitate in the middle of a meeting, on a phone. */
import { openRoom } from '../support/headless-person.ts';
import { expect, phone, test } from './meeting-test.ts';

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

test('whoever facilitates no more is told who does, instead of what was true before', async ({
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
  room.facilitator.leave();
});
