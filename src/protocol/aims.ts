/** What an action does about the next incident: it makes it less likely, less bad, or sooner noticed. */
export const aims = ['prevent', 'mitigate', 'detect'] as const;
export type Aim = (typeof aims)[number];
