// Answers "what did the plumber say about the valve" from the search index of this device, as far as readers of the thread may know.
import type { Question } from '../../../domain/assistant/acts.ts';
import type { Records } from '../../../domain/assistant/house-of.ts';
import type { Answer } from '../../../domain/assistant/reply.ts';
import { spaceOfKey, type PersonId, type RecordId, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import { withoutHitMarks } from '../../../domain/search/hit-marks.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import type { Store } from '../../data/store.ts';
import type { Bridge, SearchFilters, SearchHit } from '../../../protocol/ipc/channels.ts';

type Search = Extract<Question, { readonly question: 'search' }>;
type Found = Extract<Answer, { readonly question: 'search' }>;

const MOST = 5;
/** A few more than are shown: some may not be for the readers of the thread. */
const ASKED = 40;

export interface Asking {
  readonly space: SpaceId;
  readonly journey: RecordId | null;
  readonly records: Records;
  readonly store: Pick<Store, 'isShown'>;
  readonly ask: Bridge['ask'];
}

export const findWords = async (question: Search, asking: Asking): Promise<Found> => ({
  question: 'search',
  words: question.words,
  hits: (await wordsFound(question, asking)).map(({ key, title, text }) => ({ key, text: text === '' ? title : text })),
});

export interface WordsFound {
  readonly key: RecordKey;
  /** What the thing is called. */
  readonly title: string;
  /** The words around what was looked for; '' where only its title has them. */
  readonly text: string;
}

/** A contractor's words are those that a person of theirs wrote, and papers with their name on them. */
export const wordsFound = async (
  question: Search,
  { space, journey, records, store, ask }: Asking,
): Promise<readonly WordsFound[]> => {
  const step = records.steps.find(({ key }) => key === question.step)?.body.name ?? null;
  const party = records.parties.find(({ key }) => key === question.by)?.body ?? null;
  const by: PersonId[] | null =
    question.by === undefined ? null : party === null ? [question.by] : party.person === null ? null : [party.person];
  const filters: SearchFilters = {
    types: question.type === undefined ? [] : [...TYPES[question.type]],
    kinds: [],
    step,
    by,
    from: null,
    until: null,
    amounts: [],
  };
  const text = [question.words, party !== null && party.person === null ? party.name : ''].join(' ').trim();
  const answer = await ask('search.query', { text: text.slice(0, 500), journey, filters, limit: ASKED });
  const hits = answer.ok ? answer.value : [];
  return hits
    .filter((hit) => store.isShown(spaceOfKey(hit.key)) && isReadableIn(space, hit.key) && !isQuestion(hit))
    .slice(0, MOST)
    .map(({ key, title, snippet }) => ({ key, title: plain(title), text: plain(snippet) }));
};

/** What one asks for as a document may be a photographed one, or stand in its text. */
const TYPES = {
  comment: ['comment'],
  document: ['document', 'reading', 'photo'],
  cost: ['cost'],
  quote: ['quote'],
  task: ['task'],
} as const;

/** Who asked before is no answer. */
const isQuestion = ({ type, snippet }: SearchHit): boolean => type === 'message' && /\?\s*$/.test(plain(snippet));

/** Without the marks around what was found. */
const plain = (marked: string): string => withoutHitMarks(marked).trim().slice(0, 300);
