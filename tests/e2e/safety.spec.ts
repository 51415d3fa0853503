/** How safe people feel: asked in secret, shown from four answers on, and talked about first where several are low. */
import { join } from '../support/headless-person.ts';
import { cast, lastPoll } from '../support/voting-room.ts';
import { axeOn } from './axe.ts';
import { expect, phone, test } from './meeting-test.ts';

test('a room in which several do not feel safe talks about that first', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Quiet voices');
  const { participant, observer } = ada.links;
  const bea = await company.participant('Bea', phone);
  await bea.join(participant);
  const others = await Promise.all(
    ['Cem', 'Dia', 'Eli'].map((name) => join(hearth.origin, participant, name)),
  );
  await Promise.all(others.map(({ stage }) => stage.connect()));
  await ada.start();

  await test.step('the question is in sight on a phone, and a count that would show nothing says so', async () => {
    await ada.button('Ask how safe people feel').click();
    await expect(bea.page.getByText('How openly can you speak here today?')).toBeInViewport();
    await Promise.all(
      others.map(async (person, at) => {
        await person.stage.until(() => person.stage.state?.polls.length === 1);
        await cast(person, lastPoll(person).id, { answers: [at < 2 ? '1' : '4'] });
      }),
    );
    await expect(ada.page.getByText('3 of 5 answered')).toBeVisible();
    await ada.button('Close and count').click();
    const asked = ada.dialog('Count now?');
    await expect(asked).toContainText('nothing of what they chose would be shown');
    await asked.getByRole('button', { name: 'Go on asking' }).click();
    await bea.button(/I can say anything/).click();
    await expect(ada.page.getByText('4 of 5 answered')).toBeVisible();
    await ada.button('Close and count').click();
    await expect(asked).not.toContainText('would be shown');
    await asked.getByRole('button', { name: 'Count now' }).click();
  });

  await test.step('facilitators alone are asked whether to talk about it, and the topic shows what was answered', async () => {
    await expect(bea.page.getByText('4 answered', { exact: true })).toBeVisible();
    await expect(bea.page.getByText('Several people do not feel safe')).toHaveCount(0);
    await ada.button('Make safety the first topic').click();
    await ada.goOnTo('Discuss');
    for (const person of [ada, bea]) {
      const talk = person.page.getByRole('main');
      await expect(talk.getByRole('listitem').filter({ hasText: 'I do not feel safe here' })).toContainText(
        '2',
      );
      await expect(talk).not.toContainText('No notes are in this topic now.');
    }
  });

  await test.step('a wall shows it too, to be read from the last row, and which of all topics it is', async () => {
    const { page: wall } = await company.visitor({ viewport: { width: 1920, height: 1080 } });
    await wall.goto(observer.replace('/j/', '/r/').replace('#', '/wall#'));
    await expect(wall.getByText('Topic 1 of 1')).toBeInViewport({ ratio: 1 });
    const answers = wall.getByRole('region', { name: 'How openly can you speak here today?' });
    const low = answers.getByRole('listitem').filter({ hasText: 'I do not feel safe here' });
    await expect(low).toContainText('2');
    await expect(answers.getByText('I can say anything')).toBeInViewport({ ratio: 1 });
    const size = await low.evaluate((row) => Number.parseFloat(getComputedStyle(row).fontSize));
    expect(size).toBeGreaterThanOrEqual(32);
    const { violations } = await axeOn(wall).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  await test.step('whoever reads on elsewhere, scrolled down, sees that everybody is asked to come', async () => {
    await bea.lookAt('Check-in');
    await bea.page.evaluate(() => scrollTo({ top: document.body.scrollHeight }));
    await ada.button('Bring everyone here').click();
    await expect(bea.button('Go there')).toBeInViewport({ ratio: 1 });
    await bea.button('Go there').click();
    await bea.looksAt('Discuss');
  });
  for (const person of others) person.leave();
});
