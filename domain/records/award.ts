// An award: the family takes a quote. A record of its own, since a contractor may change their quote and must not accept it.
import { z } from 'zod';
import { recordKey } from '../kernel/ids.ts';
import { defineRecord } from './define.ts';

/** Its id follows from the quote's, so that a quote is taken once. Who took it when is the envelope's. */
export const awardBody = z.looseObject({ quote: recordKey });

export const award = defineRecord({ type: 'award', version: 1, spaces: ['private'], body: awardBody, merge: {} });
