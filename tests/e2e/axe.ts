/** axe for one page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Nothing of a page is elsewhere, and only what is wrong is of interest. Run in the page itself: otherwise every look
 * opens another page to put the findings of its frames together, and there are no frames.
 */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .options({ preload: false, resultTypes: ['violations'] })
    .setLegacyMode(true);
}
