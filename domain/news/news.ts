// What others did that concerns this person: what they have not seen yet is marked with a dot, and some of it is told aloud.
import type { PersonId, RecordId, RecordKey } from '../kernel/ids.ts';
import { stampTime } from '../kernel/stamp.ts';
import type { Instant } from '../kernel/time.ts';
import { taskState } from '../journey/tasks.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';

export const NEWS_KINDS = ['mentioned', 'assigned', 'wanted', 'sentBack', 'toVerify', 'said', 'logged'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Only these are told on the desktop. */
const TOLD_ALOUD: ReadonlySet<NewsKind> = new Set(['mentioned', 'assigned', 'wanted', 'sentBack']);
export const isToldAloud = ({ kind }: News): boolean => TOLD_ALOUD.has(kind);

export interface News {
  /** Of the occurrence, not of the record: sent back twice is news twice. */
  readonly id: string;
  readonly kind: NewsKind;
  readonly key: RecordKey;
  readonly type: string;
  readonly parent: RecordKey;
  readonly journey: RecordId;
  readonly by: PersonId;
  readonly at: Instant;
  /** What was said or asked, to be shown in part. */
  readonly text: string;
  /** One's own deed: never unread and never told. */
  readonly isOwn: boolean;
}

export interface NewsInput {
  readonly me: PersonId;
  /** Whether this person is family on the journey. */
  readonly isFamily: boolean;
  readonly comments: readonly RecordOf<'comment'>[];
  readonly messages: readonly RecordOf<'message'>[];
  readonly tasks: readonly RecordOf<'task'>[];
  readonly logs: readonly RecordOf<'log'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  /** Change orders on which this person's side has not said its word. */
  readonly proposed: readonly Proposed[];
}

export interface Proposed {
  readonly change: RecordOf<'change'>;
  /** Hash of what is proposed: proposed anew it is news anew. */
  readonly content: string;
  /** Whose word was the last, and when. */
  readonly by: PersonId;
  readonly at: Instant;
}

/** Of one journey, in no order. */
export const newsOf = ({
  me,
  isFamily,
  comments,
  messages,
  tasks,
  logs,
  decisions,
  proposed,
}: NewsInput): readonly News[] => {
  return [
    ...live(comments).map((row) => {
      const kind = row.body.mentions?.includes(me) === true ? 'mentioned' : 'said';
      return news(row, { kind, text: row.body.text, me });
    }),
    ...live(messages).flatMap((row) =>
      row.body.who === 'person' ? [news(row, { kind: 'said', text: row.body.text, me })] : [],
    ),
    ...live(logs).map((row) => news(row, { kind: 'logged', text: row.body.done, me })),
    ...live(decisions).flatMap((row) => {
      const { agree = [], votes = {}, decided, question } = row.body;
      const waits = decided === null && agree.includes(me) && votes[me] === undefined;
      return waits ? [news(row, { kind: 'wanted', text: question, me })] : [];
    }),
    ...proposed.map(({ change, content, by, at }) => {
      const asked = news(change, { kind: 'wanted', text: change.body.title, me, occurrence: content });
      return { ...asked, by, at, isOwn: by === me };
    }),
    ...live(tasks).flatMap((row) => taskNews(row, { me, isFamily })),
  ];
};

const live = <R extends AnyRecord>(rows: readonly R[]): readonly R[] => rows.filter(({ trashedAt }) => trashedAt === 0);

const taskNews = (task: RecordOf<'task'>, { me, isFamily }: Pick<NewsInput, 'me' | 'isFamily'>): readonly News[] => {
  const { assignee, party, title, sentBack, doneAt, doneBy } = task.body;
  const state = taskState(task.body);
  const isMine = assignee === me || (assignee === null && party != null && !isFamily);
  // Who wrote it last is who gave it, at the moment at which it is first seen here.
  const at = stampTime(task.stamp);
  const isOwn = task.by === me;
  if (state === 'open')
    return isMine ? [{ ...news(task, { kind: 'assigned', text: title, me }), by: task.by, at, isOwn }] : [];
  if (state === 'sentBack' && sentBack != null) {
    if (!isMine && task.createdBy !== me) return [];
    const { by, of, why } = sentBack;
    const back = news(task, { kind: 'sentBack', text: why, me, occurrence: String(of) });
    return [{ ...back, by, at: sentBack.at, isOwn: by === me }];
  }
  if (state === 'toVerify' && isFamily && doneAt !== null) {
    const done = news(task, { kind: 'toVerify', text: title, me, occurrence: String(doneAt) });
    return [{ ...done, by: doneBy ?? task.by, at: doneAt, isOwn: doneBy === me }];
  }
  return [];
};

const news = (
  { key, type, parent, journey, createdBy, createdAt }: AnyRecord,
  { kind, text, me, occurrence }: { kind: NewsKind; text: string; me: PersonId; occurrence?: string },
): News => ({
  id: idOf(kind, key, occurrence),
  kind,
  key,
  type,
  parent,
  journey,
  by: createdBy,
  at: createdAt,
  text,
  isOwn: createdBy === me,
});

const idOf = (kind: NewsKind, key: RecordKey, occurrence?: string): string =>
  [kind, key, ...(occurrence === undefined ? [] : [occurrence])].join(' ');

/** The record that news with this id is about. */
export const keyOfNews = (id: string): RecordKey => id.split(' ')[1] ?? '';
