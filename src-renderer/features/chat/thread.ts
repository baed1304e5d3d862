// What a thread of messages tells by itself: which question is open, who takes part, which step it is about. Pure.
import { answerId } from '../../../domain/assistant/made-id.ts';
import { saidIn, type Said } from '../../../domain/assistant/reply.ts';
import { isOpen } from '../../../domain/journey/schedule.ts';
import type { PersonId, RecordId, RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyOnly } from '../../../domain/spaces/readable.ts';
import { landingStep } from '../../media/landing.ts';

export type Message = RecordOf<'message'>;
type Choose = Extract<Said, { readonly kind: 'choose' }>['choose'];

/** Oldest first; an answer follows its message, whatever came at the same moment. */
export const inOrder = (messages: readonly Message[]): readonly Message[] =>
  messages.toSorted(
    (a, b) =>
      a.createdAt - b.createdAt || (a.id === answerId(b.id) ? 1 : b.id === answerId(a.id) ? -1 : a.id < b.id ? -1 : 1),
  );

/** The question that the next words may answer: only the last thing said can be one. */
export const openQuestion = (messages: readonly Message[]): Choose | null => {
  const last = messages.at(-1);
  const said = last?.body.who === 'assistant' ? saidIn(last.body.said) : null;
  return said?.kind === 'choose' ? said.choose : null;
};

/** Whether a person is alone with the assistant: then it says what it could not read, else it leaves people to talk. */
export const isAlone = (messages: readonly Message[], me: PersonId): boolean =>
  messages.every(({ body, space, createdBy }) => isFamilyOnly(space) && (body.who === 'assistant' || createdBy === me));

/** Whether this person may answer a proposal: in a thread that others read too, only who said what led to it. */
export const mayAnswer = ({ space, createdBy }: Message, me: PersonId): boolean =>
  isFamilyOnly(space) || createdBy === me;

/** The step that was spoken of last, while it is open; else the one that is being worked on. '' for none. */
export const stepInQuestion = (messages: readonly Message[], steps: readonly RecordOf<'step'>[]): RecordKey => {
  const spoken = messages.findLast(({ body }) => body.step !== null)?.body.step ?? null;
  const step = steps.find(({ key }) => key === spoken);
  return step !== undefined && isOpen(step) ? step.key : landingStep(steps, null);
};

/** The step that what was read is about, if it names one. */
export const stepNamed = (said: Said | null): RecordKey | null => {
  if (said?.kind === 'answer') return 'step' in said.answer ? said.answer.step : null;
  if (said?.kind !== 'proposal') return null;
  const steps = said.lines.flatMap(({ act }) => ('step' in act && act.step !== undefined ? [act.step] : []));
  return steps[0] ?? null;
};

export const newMessageId = (uuid: string): RecordId => `message_${uuid}`;
