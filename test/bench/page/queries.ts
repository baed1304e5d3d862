// Every question that a screen puts to the store or to the search index, asked many times of many journeys.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf, RecordType } from '../../../domain/records/registry.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { desktop } from '../../../src-renderer/ports/desktop.ts';
import { percentile } from '../figures.ts';
import { words } from '../words.ts';

export interface QueryFigure {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Answers of the last run. */
  readonly found: number;
}

/** What is asked about: another one each run, so that no answer is warm from the run before. */
interface Subject {
  readonly journey: RecordOf<'journey'>;
  readonly step: RecordKey;
  readonly any: RecordKey;
  readonly text: string;
}

/** The name says who asks; `grep useRecords src-renderer` finds them all. */
type Question = (store: OpenStore, subject: Subject) => Promise<number>;

const find =
  (query: Parameters<OpenStore['find']>[0]) =>
  async (store: OpenStore): Promise<number> =>
    (await store.find(query)).length;
const ofJourney =
  (type: RecordType): Question =>
  (store, { journey }) =>
    find({ type, journey: journey.id })(store);

const questions: Readonly<Record<string, Question>> = {
  'journeys (Home, Rail, palette)': find({ type: 'journey' }),
  'journeys in the trash (Home)': find({ type: 'journey', trash: 'only' }),
  people: find({ type: 'person' }),
  'one record (panels, search hits)': async (store, { any }) => ((await store.get(any)) === null ? 0 : 1),
  'steps of a journey': ofJourney('step'),
  'costs of a journey': ofJourney('cost'),
  'tasks of a journey': ofJourney('task'),
  'budget of a journey': ofJourney('budget'),
  'newest events of a journey (Activity)': (store, { journey }) =>
    find({ type: 'event', journey: journey.id, latest: 120 })(store),
  'newest event of a journey (Home)': (store, { journey }) =>
    find({ type: 'event', journey: journey.id, latest: 1 })(store),
  'comments of a journey (Activity)': ofJourney('comment'),
  'photos of a journey': ofJourney('photo'),
  'documents of a journey': ofJourney('document'),
  'readings of a journey (Photos, Documents)': ofJourney('reading'),
  'parties of a journey': ofJourney('party'),
  'tasks of a step': (store, { step }) => find({ type: 'task', parent: step })(store),
  'comments of a step': (store, { step }) => find({ type: 'comment', parent: step })(store),
  'talk of a journey': (store, { journey }) => find({ type: 'comment', parent: journey.key })(store),
  'photos of a step': (store, { journey, step }) => find({ type: 'photo', journey: journey.id, parent: step })(store),
  'documents of a step': (store, { journey, step }) =>
    find({ type: 'document', journey: journey.id, parent: step })(store),
  'search everywhere': (_, { text }) => search(text, null),
  'search in a journey': (_, { text, journey }) => search(text, journey.id),
};

/** As many hits as the search screen asks for. */
const MOST_HITS = 100;

const search = async (text: string, journey: string | null): Promise<number> => {
  const answer = await desktop().ask('search.query', { text, journey, limit: MOST_HITS });
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value.length;
};

export const measureQueries = async (store: OpenStore, runs: number): Promise<readonly QueryFigure[]> => {
  const subjects = await someSubjects(store, runs);
  const figures: QueryFigure[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    const times: number[] = [];
    let found = 0;
    for (const subject of subjects) {
      const from = performance.now();
      found = await ask(store, subject);
      times.push(performance.now() - from);
    }
    figures.push({ name, p50: percentile(times, 0.5), p95: percentile(times, 0.95), found });
  }
  return figures;
};

/** Journeys in turn, and other steps of them when there are fewer journeys than runs. */
const someSubjects = async (store: OpenStore, runs: number): Promise<readonly Subject[]> => {
  const journeys = await store.find({ type: 'journey' });
  const subjects: Subject[] = [];
  for (let n = 0; n < runs; n += 1) {
    const journey = journeys[(n * 7) % journeys.length];
    if (journey === undefined) throw new Error('the house has no journey');
    const [steps, photos] = [
      await store.find({ type: 'step', journey: journey.id }),
      await store.find({ type: 'photo', journey: journey.id }),
    ];
    const step = steps[n % steps.length]?.key ?? '';
    subjects.push({ journey, step, any: photos[n % photos.length]?.key ?? step, text: words(1 + (n % 3), n * 97) });
  }
  return subjects;
};
