// What a version of a quote is called: its number or title, and its day, else the one on which it came.
import type { Instant } from '../../../domain/kernel/time.ts';
import type { BodyOf } from '../../../domain/records/registry.ts';
import { dayOf, dayShort } from '../../ui/dates.ts';

interface Version {
  readonly body: Pick<BodyOf<'quote'>, 'number' | 'title' | 'date'>;
  readonly createdAt: Instant;
}

export const versionName = ({ body, createdAt }: Version): string =>
  [body.number || body.title, dayShort(body.date ?? dayOf(createdAt))].filter((part) => part !== '').join(', ');
