/** Whether somebody has chosen a whole day that is not ahead of `today`; a field for days also gives half-typed years. */
export function isDayThatWas(day: string, today: string): boolean {
  return /^(19[7-9]|[2-9]\d\d)\d-\d{2}-\d{2}$/.test(day) && day >= '1970-01-02' && day <= today;
}
