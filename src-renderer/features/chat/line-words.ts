// One line of a proposal in words: what would be done, and what it changes. Pure; names are those of now.
import type { Records } from '../../../domain/assistant/house-of.ts';
import type { Line } from '../../../domain/assistant/reply.ts';
import { categoryOf } from '../../../domain/words/cost-category.ts';
import { titled } from '../../../domain/assistant/titled.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { idOfKey, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { StepState } from '../../../domain/records/step.ts';
import { templateById } from '../../../domain/templates/templates.ts';

/** A word of the catalogue with what fills its blanks. */
export interface Word {
  readonly key: string;
  readonly blanks?: Readonly<Record<string, string | number>>;
}

export interface LineWords {
  readonly title: Word;
  /** In small print: what changes, where it goes. `detail.state` and `detail.fromTo` hold until it is done. */
  readonly details: readonly Word[];
}

export interface Names {
  readonly records: Records;
  readonly money: (amount: Money) => string;
  readonly day: (date: CalendarDate) => string;
  readonly person: (id: string) => string;
}

export const lineWords = ({ act, journey, undoes }: Line, names: Names): LineWords => {
  const { records, money, day } = names;
  const name = (key: RecordKey): string => nameIn(records, key);
  const at = (step: RecordKey | undefined): readonly Word[] =>
    step === undefined ? [] : [{ key: 'detail.step', blanks: { step: name(step) } }];
  switch (act.act) {
    case 'journey.start': {
      const template = templateById(act.template);
      return {
        title: { key: 'act.journey.start', blanks: { name: titled(act.name ?? template?.name ?? act.template) } },
        details: [
          { key: 'detail.steps', blanks: { count: template?.steps.length ?? 0 } },
          ...(act.budget === undefined ? [] : [{ key: 'detail.budget', blanks: { amount: money(act.budget) } }]),
          ...(act.starts === undefined ? [] : [{ key: 'detail.starts', blanks: { day: day(act.starts) } }]),
        ],
      };
    }
    case 'journey.open':
      return { title: { key: 'act.journey.open', blanks: { name: act.journey } }, details: [] };
    case 'step.start':
    case 'step.finish':
    case 'step.skip':
    case 'step.reopen':
    case 'step.block': {
      const was = records.steps.find(({ key }) => key === act.step)?.body.state;
      const reason = act.act === 'step.block' && act.reason !== undefined ? act.reason : null;
      return {
        title: { key: `act.${act.act}`, blanks: { step: name(act.step) } },
        details: [
          ...(was === undefined ? [] : [{ key: 'detail.state', blanks: statesOf(was, act.act) }]),
          ...(reason === null ? [] : [{ key: 'detail.reason', blanks: { reason } }]),
        ],
      };
    }
    case 'step.add':
      return {
        title: { key: 'act.step.add', blanks: { name: titled(act.name) } },
        details: [
          act.after === undefined
            ? { key: 'detail.atEnd' }
            : { key: 'detail.after', blanks: { step: name(act.after) } },
        ],
      };
    case 'step.plan':
      return {
        title: { key: 'act.step.plan', blanks: { step: name(act.step) } },
        details: [
          ...(act.starts === undefined ? [] : [{ key: 'detail.starts', blanks: { day: day(act.starts) } }]),
          ...(act.ends === undefined ? [] : [{ key: 'detail.ends', blanks: { day: day(act.ends) } }]),
        ],
      };
    case 'cost.add': {
      const party = act.payee === undefined ? null : partyAt(records, act.payee);
      return {
        title: { key: 'act.cost.add', blanks: { name: titled(act.name), amount: money(act.money) } },
        details: [
          act.paid === true
            ? { key: act.on === undefined ? 'detail.paid' : 'detail.paidOn', blanks: { day: day(act.on ?? '') } }
            : { key: 'detail.due' },
          { key: `money:category.${categoryOf(act.name, party?.trade ?? '')}` },
          ...(party === null ? [] : [{ key: 'detail.payee', blanks: { name: party.name } }]),
          ...at(act.step),
        ],
      };
    }
    case 'cost.pay': {
      const cost = records.costs.find(({ key }) => key === act.cost)?.body;
      return {
        title: {
          key: 'act.cost.pay',
          blanks: { name: name(act.cost), amount: cost === undefined ? '' : money(cost.amount) },
        },
        details: [
          act.on === undefined ? { key: 'detail.paid' } : { key: 'detail.paidOn', blanks: { day: day(act.on) } },
        ],
      };
    }
    case 'cost.change': {
      const was = records.costs.find(({ key }) => key === act.cost)?.body.amount;
      return {
        title: { key: 'act.cost.change', blanks: { name: name(act.cost), amount: money(act.money) } },
        details: was === undefined ? [] : [fromTo(money(was), money(act.money))],
      };
    }
    case 'budget.set': {
      const budget = records.budgets.find((each) => each.journey === journey)?.body;
      const was = act.step === undefined ? budget?.total : budget?.steps?.[act.step];
      return {
        title: {
          key: act.step === undefined ? 'act.budget.set' : 'act.budget.step',
          blanks: { amount: money(act.money), step: act.step === undefined ? '' : name(act.step) },
        },
        details: was === undefined ? [] : [fromTo(money(was), money(act.money))],
      };
    }
    case 'task.add': {
      const party = act.assignee === undefined ? null : partyAt(records, act.assignee);
      return {
        title: { key: 'act.task.add', blanks: { text: titled(act.text) } },
        details: [
          ...(act.assignee === undefined
            ? []
            : [{ key: 'detail.assignee', blanks: { name: someone(act.assignee, names) } }]),
          ...(act.due === undefined ? [] : [{ key: 'detail.by', blanks: { day: day(act.due) } }]),
          ...at(act.step),
          // It goes to where they can read it.
          ...(party === null ? [] : [{ key: 'detail.seenBy', blanks: { name: party.name } }]),
        ],
      };
    }
    case 'task.done':
      return { title: { key: 'act.task.done', blanks: { text: name(act.task) } }, details: [] };
    case 'decision.add':
      return {
        title: { key: 'act.decision.add', blanks: { question: titled(act.question) } },
        details: [
          ...(act.among === undefined ? [] : [{ key: 'detail.among', blanks: { list: act.among.join(' · ') } }]),
          ...at(act.step),
        ],
      };
    case 'decision.take':
      return {
        title: { key: 'act.decision.take', blanks: { question: name(act.decision), choice: act.choice } },
        details: act.why === undefined ? [] : [{ key: 'detail.reason', blanks: { reason: act.why } }],
      };
    case 'quote.add':
      return {
        title: { key: 'act.quote.add', blanks: { name: name(act.vendor), amount: money(act.money) } },
        details: at(act.step),
      };
    case 'quote.accept': {
      const total = records.quotes.find(({ key }) => key === act.quote)?.body.total ?? null;
      return {
        title: {
          key: 'act.quote.accept',
          blanks: { name: name(act.quote), amount: total === null ? '' : money(total) },
        },
        details: [],
      };
    }
    case 'comment.add':
      return { title: { key: 'act.comment.add', blanks: { text: act.text } }, details: at(act.step) };
    case 'reminder.add':
      return {
        title: { key: 'act.reminder.add', blanks: { text: titled(act.text) } },
        details: [{ key: 'detail.on', blanks: { day: day(act.on) } }],
      };
    case 'web.search':
      return { title: { key: 'act.web.search', blanks: { words: act.words } }, details: [] };
    case 'undo': {
      const about = undoes?.records.map(name).find((each) => each !== '') ?? '';
      return {
        title: { key: about === '' ? 'act.undo' : 'act.undoOf', blanks: { name: about } },
        details: [],
      };
    }
    default:
      return exhaustive(act);
  }
};

const fromTo = (from: string, to: string): Word => ({ key: 'detail.fromTo', blanks: { from, to } });

const TO: Readonly<Record<string, StepState>> = {
  'step.start': 'doing',
  'step.finish': 'done',
  'step.skip': 'skipped',
  'step.block': 'blocked',
};

/** States by their names in the catalogue; the window puts them into words. */
const statesOf = (from: StepState, act: string): { readonly from: StepState; readonly to: StepState } => ({
  from,
  to: TO[act] ?? (from === 'done' ? 'doing' : 'todo'),
});

const partyAt = (records: Records, key: RecordKey): Records['parties'][number]['body'] | null =>
  records.parties.find((party) => party.key === key)?.body ?? null;

const someone = (key: string, { records, person }: Names): string =>
  key.includes('|') ? (partyAt(records, key)?.name ?? '') : person(key);

/** What a record is called now; '' for what is not on this device or has no name. */
export const nameIn = (records: Records, key: RecordKey): string => {
  const id = idOfKey(key);
  return (
    records.steps.find((each) => each.key === key)?.body.name ??
    records.costs.find((each) => each.key === key)?.body.description ??
    records.tasks.find((each) => each.key === key)?.body.title ??
    records.decisions.find((each) => each.key === key)?.body.question ??
    records.quotes.find((each) => each.key === key)?.body.vendor ??
    records.parties.find((each) => each.key === key)?.body.name ??
    records.journeys.find((each) => each.id === id)?.body.name ??
    ''
  );
};
