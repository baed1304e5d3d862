// What a finished step says of how well lengths are planned.

export interface DurationSample {
  /** Calendar days, as planned; 0 is a milestone. */
  readonly plannedDays: number;
  /** Calendar days from begin to end. */
  readonly actualDays: number;
}
