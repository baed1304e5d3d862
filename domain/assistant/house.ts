// What the assistant's reader knows of a house, as plain data: names, states and amounts, each with the key of its record.
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { StepState } from '../records/step.ts';
import type { Lang } from '../words/languages.ts';

/** Whatever names a record for who hands the house in; the reader only hands it back. Never empty, no two alike. */
export type Key = string;

export interface PersonThere {
  readonly key: Key;
  readonly name: string;
}

/** A contractor goes by the company, also when one says the person or the trade. */
export interface ContractorThere {
  readonly key: Key;
  readonly company: string;
  readonly person: string | null;
  /** In whatever words it was entered: "Plumbing", "electrician". '' when unknown. */
  readonly trade: string;
}

export interface StepThere {
  readonly key: Key;
  readonly name: string;
  readonly state: StepState;
}

export interface JourneyThere {
  readonly key: Key;
  readonly name: string;
  /** Room or area, in the person's words; '' when unknown. */
  readonly area: string;
  /** Id of the template it began from. */
  readonly template: string | null;
  readonly currency: string;
  readonly budget: Money | null;
  /** In their order. */
  readonly steps: readonly StepThere[];
}

export interface CostThere {
  readonly key: Key;
  readonly journey: Key;
  readonly name: string;
  readonly amount: Money;
  readonly paid: boolean;
  readonly step: Key | null;
  /** A contractor's. */
  readonly payee: Key | null;
}

/** A quote is called by who made it. */
export interface QuoteThere {
  readonly key: Key;
  readonly journey: Key;
  /** Name on the quote: the contractor's company, or what its paper says. */
  readonly vendor: string;
  /** The contractor it belongs to, where that is known. */
  readonly contractor: Key | null;
  readonly amount: Money;
  readonly step: Key | null;
  readonly accepted: boolean;
}

export interface TaskThere {
  readonly key: Key;
  readonly journey: Key;
  readonly text: string;
  readonly assignee: Key | null;
  readonly due: CalendarDate | null;
  readonly done: boolean;
}

export interface DecisionThere {
  readonly key: Key;
  readonly journey: Key;
  readonly question: string;
  readonly alternatives: readonly string[];
  readonly taken: boolean;
}

export interface TemplateThere {
  readonly id: string;
  readonly name: string;
}

export interface House {
  readonly today: CalendarDate;
  /** The household's language: a hint where a sentence does not tell. */
  readonly lang: Lang;
  /** Who speaks, one of `people`. */
  readonly speaker: Key;
  /** The journey that is open while one speaks. */
  readonly journey: Key | null;
  /** The currency of what belongs to no journey. */
  readonly currency: string;
  readonly people: readonly PersonThere[];
  readonly contractors: readonly ContractorThere[];
  readonly journeys: readonly JourneyThere[];
  readonly costs: readonly CostThere[];
  readonly quotes: readonly QuoteThere[];
  readonly tasks: readonly TaskThere[];
  readonly decisions: readonly DecisionThere[];
  readonly templates: readonly TemplateThere[];
}
