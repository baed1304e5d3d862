// What main and the searching process say to each other.
import type { RelatedHit, SearchDoc, SearchFilters, SearchHit } from '../../protocol/ipc/channels.ts';
import type { Gone } from './search-index.ts';

export interface IndexQuestion {
  readonly text: string;
  readonly journey: string | null;
  readonly filters: SearchFilters | null;
  readonly limit: number;
}

export type SearchAsk =
  | { readonly kind: 'open'; readonly file: string; readonly key: Uint8Array | null }
  | { readonly kind: 'put'; readonly docs: readonly SearchDoc[] }
  | { readonly kind: 'remove'; readonly gone: Gone }
  | { readonly kind: 'clear' }
  | { readonly kind: 'query'; readonly question: IndexQuestion }
  | {
      readonly kind: 'related';
      readonly keys: readonly string[];
      readonly limit: number;
      readonly without: readonly string[];
    }
  | { readonly kind: 'count' };

export interface ToSearch {
  readonly id: number;
  readonly ask: SearchAsk;
}

export type SearchAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'hits'; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'related'; readonly hits: readonly RelatedHit[] }
  | { readonly kind: 'count'; readonly count: number }
  /** `code` is SQLite's, such as SQLITE_FULL. */
  | { readonly kind: 'failed'; readonly code: string };

export interface FromSearch {
  readonly id: number;
  readonly answer: SearchAnswer;
}
