// Does what waits for a network: asks the questions that this person asked here, and looks at the pages they saved. It keeps no list:
// what waits is in the records, so that a kill costs the try that was under way and no more.
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import type { Failure, FailureCode } from '../../protocol/failures.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { Store } from '../data/store.ts';
import { logBug } from '../ports/log-bug.ts';
import type { WebSearch } from './web-search.ts';

export interface ResearchDesk {
  /** Why something still waits, by its key. */
  readonly troubles: () => ReadonlyMap<RecordKey, Failure>;
  readonly watch: (listener: () => void) => () => void;
  /** Called with each question that had to wait and has its answer now. */
  readonly onAnswered: (listener: (question: RecordOf<'question'>, results: number) => void) => () => void;
  /** Begins with what waits. Answers how to end. */
  readonly start: () => () => void;
  /** The network or a provider may be there now: tries everything at once. */
  readonly wake: () => void;
}

export interface ResearchPorts {
  readonly store: Pick<Store, 'me' | 'run' | 'get' | 'watch'>;
  readonly ask: Bridge['ask'];
  readonly web: Pick<WebSearch, 'search'>;
  readonly now: () => number;
  /** Calls back after so many ms; answers how to take it back. */
  readonly later: (ms: number, then: () => void) => () => void;
}

/** How long until it is tried again, after the first failure, the second, and so on; ms. */
const WAITS = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

/** Trying again makes none of these better: a person has to do something. */
const FOR_GOOD: ReadonlySet<FailureCode> = new Set([
  'ResearchOff',
  'ProviderRefused',
  'ProviderNonsense',
  'InputInvalid',
  'NotSignedIn',
  'PageRefused',
  'PageGone',
  'PageNoText',
  'PageTooLarge',
]);

interface Trouble {
  readonly failure: Failure;
  readonly tries: number;
  /** When it may be tried again, ms; Infinity for what waits for a person. */
  readonly again: number;
}

type Waiting = RecordOf<'question'> | RecordOf<'finding'>;

export const createResearchDesk = ({ store, ask, web, now, later }: ResearchPorts): ResearchDesk => {
  const troubleByKey = new Map<RecordKey, Trouble>();
  const waitingByType: { question: readonly Waiting[]; finding: readonly Waiting[] } = { question: [], finding: [] };
  const listeners = new Set<() => void>();
  const hearers = new Set<(question: RecordOf<'question'>, results: number) => void>();
  /** Had to wait: a failure, or a start of the app in between. */
  const late = new Set<RecordKey>();
  let isWorking = false;
  let cancelTimer: (() => void) | null = null;
  let troubles: ReadonlyMap<RecordKey, Failure> = new Map();
  let isOpen = false;

  const changed = (): void => {
    troubles = new Map([...troubleByKey].map(([key, { failure }]) => [key, failure]));
    for (const listener of listeners) listener();
  };

  const askQuestion = async (question: RecordOf<'question'>): Promise<Failure | null> => {
    const answer = await web.search(question.body.text);
    if (!answer.ok) return answer.error;
    const { provider, results } = answer.value;
    const kept = await store.run('question.answer', { key: question.key, provider, results });
    if (!kept.ok) return kept.error;
    if (late.delete(question.key)) for (const hear of hearers) hear(question, results.length);
    return null;
  };

  const lookAt = async (finding: RecordOf<'finding'>): Promise<Failure | null> => {
    const looked = await ask('research.page', { url: finding.body.url });
    if (!looked.ok && !FOR_GOOD.has(looked.error.type)) return looked.error;
    const { page = null, price = null, contact = '', site = '' } = looked.ok ? looked.value : {};
    const said = { site, ...(contact === '' ? {} : { contact }) };
    const kept = await store.run('finding.look', { key: finding.key, price, page, ...said });
    if (!kept.ok) return kept.error;
    return looked.ok ? null : looked.error;
  };

  const tryOne = async (record: Waiting): Promise<void> => {
    const failure = await (record.type === 'question' ? askQuestion(record) : lookAt(record)).catch(
      (bug: unknown): Failure => {
        logBug(bug, 'research', ask);
        return { type: 'Unexpected' };
      },
    );
    if (failure === null) troubleByKey.delete(record.key);
    else {
      late.add(record.key);
      const tries = (troubleByKey.get(record.key)?.tries ?? 0) + 1;
      const wait = FOR_GOOD.has(failure.type) ? Infinity : (WAITS[tries - 1] ?? WAITS.at(-1) ?? Infinity);
      troubleByKey.set(record.key, { failure, tries, again: now() + wait });
    }
    changed();
  };

  /** Undefined once it was ended. */
  const due = (): Waiting | undefined =>
    [...(isOpen ? waitingByType.question : []), ...(isOpen ? waitingByType.finding : [])].find(
      ({ key }) => (troubleByKey.get(key)?.again ?? 0) <= now(),
    );

  const work = async (): Promise<void> => {
    for (let next = due(); next !== undefined; next = due()) {
      const { key, type } = next;
      await tryOne(next);
      // The watch tells of the change a little later: it is not done twice meanwhile.
      if (!troubleByKey.has(key)) waitingByType[type] = waitingByType[type].filter((other) => other.key !== key);
    }
    isWorking = false;
    const soonest = Math.min(...[...troubleByKey.values()].map(({ again }) => again));
    cancelTimer?.();
    if (isOpen && Number.isFinite(soonest)) cancelTimer = later(Math.max(soonest - now(), 1_000), go);
  };

  const go = (): void => {
    if (!isOpen || isWorking) return;
    isWorking = true;
    void work();
  };

  const take = (type: 'question' | 'finding', waiting: readonly Waiting[]): void => {
    const before = new Set(waitingByType[type].map(({ key }) => key));
    const mine = waiting.filter(({ body }) => body.askedBy === store.me);
    waitingByType[type] = mine;
    const still = new Set([...waitingByType.question, ...waitingByType.finding].map(({ key }) => key));
    // Asked again by hand, it is tried at once, whatever went wrong before.
    for (const { key } of mine)
      if (!before.has(key) && troubleByKey.get(key)?.again === Infinity) troubleByKey.delete(key);
    for (const [key, { again }] of troubleByKey) if (!still.has(key) && again !== Infinity) troubleByKey.delete(key);
    changed();
    go();
  };

  const wake = (): void => {
    for (const [key, trouble] of troubleByKey) troubleByKey.set(key, { ...trouble, tries: 0, again: 0 });
    go();
  };

  return {
    troubles: () => troubles,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onAnswered: (listener) => {
      hearers.add(listener);
      return () => hearers.delete(listener);
    },
    start: () => {
      isOpen = true;
      let isFirst = true;
      const stops = [
        store.watch({ type: 'question' }, (questions) => {
          const waiting = questions.filter(({ body }) => body.search === 'wanted' && body.state !== 'dropped');
          if (isFirst) for (const { key } of waiting) late.add(key);
          isFirst = false;
          take('question', waiting);
        }),
        store.watch({ type: 'finding' }, (findings) =>
          take(
            'finding',
            findings.filter(({ body }) => body.page === 'wanted'),
          ),
        ),
      ];
      return () => {
        isOpen = false;
        cancelTimer?.();
        for (const stop of stops) stop();
      };
    },
    wake,
  };
};
