/** How many votes people get: suggested from how much there is to choose from. The facilitator may say otherwise. */

const fewest = 2;
const most = 5;

/** A third of the topics, so that choosing means something. */
export function suggestedBudget(topics: number): number {
  return Math.min(most, Math.max(fewest, Math.round(topics / 3)));
}

/** How many votes of one person may go to one topic. */
export function suggestedCap(budget: number): number {
  return Math.ceil(budget / 2);
}
