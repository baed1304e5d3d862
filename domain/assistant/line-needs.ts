// Which records must be looked at before a line of a proposal can be carried out: what it names, and what it may have made before.
import type { Need } from '../commands/command.ts';
import { budgetId } from '../commands/journey.ts';
import { awardKey } from '../commands/quote.ts';
import { exhaustive } from '../kernel/exhaustive.ts';
import { keyOf, type RecordId, type SpaceId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { journeySpace, privateSpace } from '../spaces/space.ts';
import { templateById } from '../templates/templates.ts';
import type { Line } from './reply.ts';

export interface Place {
  /** Where the proposal stands: what is made by it is for no wider audience, where its type allows. */
  readonly space: SpaceId;
  /** The same for every device and every retry. */
  readonly idOf: (type: string, nth?: number) => RecordId;
  readonly today: CalendarDate;
}

export const needsOfLine = ({ act, journey, undoes }: Line, place: Place): readonly Need[] => {
  switch (act.act) {
    case 'journey.start': {
      const id = place.idOf('journey');
      const steps = templateById(act.template)?.steps.length ?? 0;
      return [
        { key: keyOf(journeySpace(id), id) },
        { key: keyOf(privateSpace(id), budgetId(id)) },
        ...Array.from({ length: steps }, (_, nth) => ({ key: keyOf(journeySpace(id), place.idOf('step', nth)) })),
      ];
    }
    case 'journey.open':
      return [];
    case 'undo':
      return [...(undoes?.events ?? []), ...(undoes?.records ?? [])].map((key) => ({ key }));
    case 'step.start':
    case 'step.finish':
    case 'step.skip':
    case 'step.reopen':
    case 'step.block':
    case 'step.plan':
      return [{ key: act.step }];
    case 'step.add':
      return journey === null
        ? []
        : [{ type: 'step', journey }, { key: keyOf(journeySpace(journey), place.idOf('step')) }];
    case 'cost.add':
      return [...keysOf(act.payee), ...madeKeys('cost', journey, place)];
    case 'cost.pay':
    case 'cost.change':
      return [{ key: act.cost }];
    case 'budget.set':
      return journey === null ? [] : [{ key: keyOf(privateSpace(journey), budgetId(journey)) }];
    case 'task.add':
      return [...keysOf(act.assignee), ...madeKeys('task', journey, place)];
    case 'reminder.add':
      return madeKeys('task', journey, place);
    case 'task.done':
      return [{ key: act.task }];
    case 'decision.add':
      return madeKeys('decision', journey, place);
    case 'decision.take':
      return [{ key: act.decision }];
    case 'quote.add':
      return [...keysOf(act.vendor), ...madeKeys('quote', journey, place)];
    case 'quote.accept':
      return [{ key: awardKey(act.quote) }];
    case 'comment.add':
      return madeKeys('comment', journey, place);
    case 'web.search':
      return madeKeys('question', journey, place);
    default:
      return exhaustive(act);
  }
};

const keysOf = (key: string | undefined): readonly Need[] => (key?.includes('|') === true ? [{ key }] : []);

/** Wherever it may come to be: it may be there already, made by another device or before an undo. */
const madeKeys = (type: string, journey: RecordId | null, place: Place): readonly Need[] =>
  journey === null
    ? []
    : [...new Set([place.space, privateSpace(journey), journeySpace(journey)])].map((space) => ({
        key: keyOf(space, place.idOf(type)),
      }));
