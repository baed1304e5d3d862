// Costs, budgets and splits for tests of money: whole records around the few figures that a test is about.
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { recordAs, type BodyOf, type RecordOf, type RecordType } from '../../domain/records/registry.ts';
import { aRecord, PRIVATE, JOURNEY } from './records.ts';

const of = <T extends RecordType>(type: T, record: Partial<AnyRecord>): RecordOf<T> => {
  const made = recordAs(type, aRecord({ space: PRIVATE, journey: JOURNEY, ...record, type }));
  if (made === null) throw new Error(`no ${type}`);
  return made;
};

type Of<T extends RecordType> = Partial<Omit<AnyRecord, 'body'>> & { readonly body?: Partial<BodyOf<T>> };

export const aCost = ({ body, ...record }: Of<'cost'>): RecordOf<'cost'> =>
  of('cost', {
    id: 'cost_1',
    ...record,
    body: {
      description: '',
      amount: { minor: 0, currency: 'EUR' },
      category: 'other',
      vendor: '',
      step: null,
      state: 'paid',
      date: null,
      receipt: null,
      ...body,
    },
  });

export const aBudget = (body: Partial<BodyOf<'budget'>>): RecordOf<'budget'> =>
  of('budget', { id: 'budget_1', body: { total: { minor: 0, currency: 'EUR' }, categories: {}, ...body } });

export const aSplit = ({ body, ...record }: Of<'split'>): RecordOf<'split'> =>
  of('split', {
    id: 'split_1',
    ...record,
    body: { cost: null, paidBy: null, shares: {}, amount: null, date: null, ...body },
  });
