// A question that a worker was stuck in: some files are made so that opening them never ends.

export class TookTooLongError extends Error {}
