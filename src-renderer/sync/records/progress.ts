// How far a catch-up is: what was fetched and sent since the connection began, and about how much there is of it.

export interface Progress {
  readonly fetched: number;
  /** About how many records there are to fetch, those fetched included; null while nobody has said so. */
  readonly toFetch: number | null;
  readonly sent: number;
  /** About how many changes there are to send, those sent included; null while it is not known. */
  readonly toSend: number | null;
}

export interface ProgressCount {
  /** The server is asked how much there is with the first page only: it costs it a look at every space. */
  readonly asksAhead: () => boolean;
  /** A page came; `ahead` is what the server says comes after it. */
  readonly fetched: (records: number, ahead: number | undefined) => void;
  readonly sent: (changes: number) => void;
  readonly toSend: (changes: number) => void;
}

export const NO_PROGRESS: Progress = { fetched: 0, toFetch: null, sent: 0, toSend: null };

export const createProgress = (tell: (progress: Progress) => void): ProgressCount => {
  let progress = NO_PROGRESS;
  let asksAhead = true;
  const set = (change: Partial<Progress>): void => {
    const next = { ...progress, ...change };
    // An estimate that was outrun is put right: never "1,240 of 1,000".
    const { fetched, sent, toFetch, toSend } = next;
    progress = {
      ...next,
      toFetch: toFetch === null ? null : Math.max(toFetch, fetched),
      toSend: toSend === null ? null : Math.max(toSend, sent),
    };
    tell(progress);
  };
  return {
    asksAhead: () => asksAhead,
    fetched: (records, ahead) => {
      asksAhead = false;
      const fetched = progress.fetched + records;
      set({ fetched, ...(ahead === undefined ? {} : { toFetch: fetched + ahead }) });
    },
    sent: (changes) => set({ sent: progress.sent + changes }),
    toSend: (changes) => set({ toSend: progress.sent + changes }),
  };
};
