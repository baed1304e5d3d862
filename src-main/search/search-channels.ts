// What the page may ask of the search.
import type { Handlers } from '../ipc/serve.ts';
import type { SearchClient } from './search-client.ts';

export const searchChannels = (
  search: SearchClient,
): Pick<
  Handlers,
  'search.put' | 'search.remove' | 'search.clear' | 'search.query' | 'search.related' | 'search.count'
> => ({
  'search.put': ({ docs }) => search.put(docs),
  'search.remove': (gone) => search.remove(gone),
  'search.clear': () => search.clear(),
  'search.query': ({ filters = null, ...question }) => search.query({ ...question, filters }),
  'search.related': ({ keys, limit, without = [] }) => search.related(keys, limit, without),
  'search.count': () => search.count(),
});
