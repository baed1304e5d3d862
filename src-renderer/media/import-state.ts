// The life of one file on its way in, as a table: which state follows which event. Nothing here does anything.
//
//   waiting -> copying -> checking -> keeping -> done
//                 |          |           |
//                 +----------+-----------+--> failed -> (again) waiting      checking -> already (this journey has it)
//   cancel works until the record is being written; after that there is undo.

export const IMPORT_STATES = [
  'waiting',
  'copying',
  'checking',
  'keeping',
  'done',
  'already',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** `begin` its turn has come; `copied` the original is safe with main; `checked` the content is sound and small copies are made. */
export type ImportEvent = 'begin' | 'copied' | 'found' | 'checked' | 'kept' | 'fail' | 'cancel' | 'again';

type Row = Readonly<Record<ImportEvent, ImportState>>;

const stay = (state: ImportState): Row => ({
  begin: state,
  copied: state,
  found: state,
  checked: state,
  kept: state,
  fail: state,
  cancel: state,
  again: state,
});

const TABLE: Readonly<Record<ImportState, Row>> = {
  waiting: { ...stay('waiting'), begin: 'copying', cancel: 'cancelled', fail: 'failed' },
  copying: { ...stay('copying'), copied: 'checking', fail: 'failed', cancel: 'cancelled' },
  checking: { ...stay('checking'), found: 'already', checked: 'keeping', fail: 'failed', cancel: 'cancelled' },
  keeping: { ...stay('keeping'), found: 'already', kept: 'done', fail: 'failed' },
  done: stay('done'),
  already: stay('already'),
  failed: { ...stay('failed'), again: 'waiting' },
  cancelled: { ...stay('cancelled'), again: 'waiting' },
};

export const nextImportState = (state: ImportState, event: ImportEvent): ImportState => TABLE[state][event];

/** Nothing more will happen to it by itself. */
export const isSettled = (state: ImportState): boolean => ['done', 'already', 'failed', 'cancelled'].includes(state);

/** Takes part in the two that run at once. */
export const isRunning = (state: ImportState): boolean => ['copying', 'checking', 'keeping'].includes(state);
