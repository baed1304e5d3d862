// What the search index is given of one record, for tests: everything it must have, and what the test says of it.
import type { SearchDoc } from '../../protocol/ipc/channels.ts';

export const aSearchDoc = (key: string, more: Partial<SearchDoc> = {}): SearchDoc => ({
  key,
  space: 'private_1',
  journey: 'journey_1',
  type: 'step',
  title: '',
  text: '',
  at: 1,
  parent: '',
  by: 'person_anna',
  day: '2026-05-04',
  amount: null,
  kind: '',
  vendor: '',
  ...more,
});
