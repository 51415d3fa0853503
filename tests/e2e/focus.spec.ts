/** What has the focus is in sight: never behind the bar at the top or the dock at the bottom. */
import type { Page } from '@playwright/test';
import { desktop, expect, phone, test } from './meeting-test.ts';

for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`tabbing through a long page shows all of what has the focus, there and back, ${screen}`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(hearth.origin, 'Long page');
    await ada.start();
    await ada.goOnTo('Perspectives');
    for (let count = 1; count <= 9; count += 1) await ada.write(`Draft ${count}`);
    await ada.composer.focus();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < 24; step += 1) {
        await ada.page.keyboard.press(key);
        expect(await whatCoversFocus(ada.page), `${key} ${step}`).toBe('');
      }
    }
  });
}

/** Of what stands in the middle of the page: whatever lies over an edge of it. */
function whatCoversFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused?.closest('main')) return '';
    const { left, top, width, height } = focused.getBoundingClientRect();
    for (const y of [top + 1, top + height / 2, top + height - 1]) {
      const seen = document.elementFromPoint(left + width / 2, y);
      if (!seen?.closest('main'))
        return `${focused.outerHTML.slice(0, 80)} under ${seen?.outerHTML.slice(0, 80)}`;
    }
    return '';
  });
}
