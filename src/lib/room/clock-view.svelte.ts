/** Server time and what follows from it. Ticks four times a second while somebody reads it. */
export class ClockView {
  /** Server time, ms since the epoch. */
  get now(): number {
    return 0;
  }

  /** Of what runs now, ms; negative when it is over, null before the start. */
  get leftMs(): number | null {
    return null;
  }

  get paused(): boolean {
    return false;
  }

  /** Server time at which the meeting will end as things stand; null before the start. */
  get forecastEndsAt(): number | null {
    return null;
  }

  /** How far the forecast is over (+) or under (-) the plan, ms. */
  get overPlanMs(): number | null {
    return null;
  }
}
