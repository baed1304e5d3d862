// What of a record can be found: one searchable thing per record, plain words only. Pure.
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { isRecordType, recordAs, type RecordType } from '../../../domain/records/registry.ts';
import type { SearchDoc } from '../../../protocol/ipc/channels.ts';
import { formatMoney } from '../../ui/money.ts';

/** Types that are indexed; what is missing here (events, budgets) has no words of its own. */
export const SEARCHED = [
  'journey',
  'step',
  'photo',
  'document',
  'reading',
  'cost',
  'comment',
  'task',
  'party',
] as const satisfies readonly RecordType[];

interface Words {
  readonly title: string;
  readonly text: string;
}

/** Null for what shall not be found: the trash, and an original whose copy was shared. */
export const searchDocOf = (record: AnyRecord): SearchDoc | null => {
  if (record.trashedAt !== 0 || typeof record.body['movedTo'] === 'string' || !isRecordType(record.type)) return null;
  const words = wordsOf(record.type, record);
  if (words === null || `${words.title}${words.text}`.trim() === '') return null;
  const { key, space, journey, type, createdAt } = record;
  return { key, space, journey, type, ...words, at: createdAt };
};

const wordsOf = (type: RecordType, record: AnyRecord): Words | null => {
  switch (type) {
    case 'journey':
      return fieldsOf(recordAs('journey', record), ({ name, area, address }) => ({
        title: name,
        text: lines(area, address),
      }));
    case 'step':
      return fieldsOf(recordAs('step', record), ({ name, notes, blockedReason }) => ({
        title: name,
        text: lines(notes, blockedReason),
      }));
    case 'photo':
      return fieldsOf(recordAs('photo', record), ({ caption, name }) => ({ title: caption, text: name }));
    case 'document':
      return fieldsOf(recordAs('document', record), ({ title, name }) => ({ title, text: name }));
    case 'reading':
      return fieldsOf(recordAs('reading', record), ({ pages }) => ({
        title: '',
        text: lines(...pages.map(({ text }) => text)),
      }));
    case 'cost':
      return fieldsOf(recordAs('cost', record), ({ description, vendor, category, amount }) => ({
        title: description,
        text: lines(vendor, category, formatMoney(amount)),
      }));
    case 'comment':
      return fieldsOf(recordAs('comment', record), ({ text }) => ({ title: '', text }));
    case 'task':
      return fieldsOf(recordAs('task', record), ({ title }) => ({ title, text: '' }));
    case 'party':
      return fieldsOf(recordAs('party', record), ({ name, trade }) => ({ title: name, text: trade }));
    case 'budget':
    case 'event':
    case 'household':
    case 'person':
      return null;
    default:
      return exhaustive(type);
  }
};

const fieldsOf = <B>(record: { readonly body: B } | null, words: (body: B) => Words): Words | null =>
  record === null ? null : words(record.body);

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
