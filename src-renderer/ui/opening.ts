// Where a thing opens that was found, by its type: its journey, the tab, and the place there.
import { idOfKey, typeOfId, type RecordId, type RecordKey } from '../../domain/kernel/ids.ts';
import type { Move } from './place.ts';

export interface Opened {
  readonly key: RecordKey;
  readonly journey: RecordId;
  readonly type: string;
  /** Of a photo's words: whether it is a photo of a paper. */
  readonly isPaper?: boolean;
}

const TAB_BY_TYPE: Readonly<Record<string, string>> = {
  step: 'steps',
  photo: 'photos',
  document: 'documents',
  cost: 'money',
  quote: 'quotes',
  award: 'quotes',
  change: 'quotes',
  payment: 'money',
  finding: 'research',
  question: 'research',
  party: 'people',
  person: 'people',
  task: 'tasks',
  budget: 'money',
  decision: 'decisions',
  selection: 'decisions',
};

/** Where a record opens; what hangs on another (a comment, a reading) opens there. `parent` is '' for what hangs on nothing. */
export const openingOf = (hit: Opened, parent: RecordKey): Move => {
  const { journey } = hit;
  if (hit.type === 'message')
    return journey === ''
      ? { go: 'screen', screen: 'chat' }
      : { go: 'journey', journey, tab: 'chat', record: null, at: hit.key };
  if (hit.type === 'journey') return { go: 'journey', journey, tab: 'overview', record: null };
  if (hit.type === 'log') return { go: 'journey', journey, tab: 'tasks', record: null, at: hit.key };
  const record = ['comment', 'reading', 'webpage', 'alternative'].includes(hit.type) ? parent : hit.key;
  const at = SHOWN_AT_PLACE.has(hit.type) ? { at: hit.key } : {};
  const on = typeOfId(idOfKey(record));
  if (record === '' || on === 'journey') {
    const tab = hit.type === 'comment' ? 'chat' : 'steps';
    return { go: 'journey', journey, tab, record: null, ...at };
  }
  // The pages of a photographed paper, its words and its notes are shown among the papers; words on a wall or a machine are not.
  const isPaper = on === 'photo' && hit.type !== 'photo' && hit.isPaper !== false;
  const tab = isPaper ? 'documents' : (TAB_BY_TYPE[on] ?? 'overview');
  return { go: 'journey', journey, tab, record, ...at };
};

/** What stands in a list where it opens, and is brought into sight there. */
const SHOWN_AT_PLACE: ReadonlySet<string> = new Set([
  'comment',
  'task',
  'quote',
  'change',
  'payment',
  'question',
  'selection',
  'party',
  'person',
]);
