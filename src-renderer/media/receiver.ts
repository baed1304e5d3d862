// Who takes files that are dropped or pasted on the window: the step one is at, unless a chat is open and takes them itself.

export interface Receiver {
  readonly take: (files: readonly File[]) => void;
  /** The step they will go to, by name; null for the journey as a whole. */
  readonly where: string | null;
}

export interface Receivers {
  /** The one that came last; null when nobody asked for files. */
  readonly current: () => Receiver | null;
  /** Answers how to stop. */
  readonly set: (receiver: Receiver) => () => void;
}

export const createReceivers = (): Receivers => {
  let receivers: readonly Receiver[] = [];
  return {
    current: () => receivers.at(-1) ?? null,
    set: (receiver) => {
      receivers = [...receivers, receiver];
      return () => {
        receivers = receivers.filter((other) => other !== receiver);
      };
    },
  };
};
