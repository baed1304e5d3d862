// What a journey can begin from: steps in a sensible order and how such a budget is usually spent. Plain English data.
import type { CostCategory } from '../records/cost.ts';

export interface TemplateStep {
  /** Names the step within its template and stays in the made step's body. */
  readonly slug: string;
  readonly name: string;
  readonly notes: string;
  /** Typical length in days. */
  readonly days: number;
  /** It goes on at weekends whoever works when: what is ordered, offered, or has to dry. */
  readonly goesOn?: true;
  /** Slugs of earlier steps that must be done before. */
  readonly after: readonly string[];
}

export interface JourneyTemplate {
  readonly id: string;
  readonly name: string;
  /** Suggested room. */
  readonly area: string;
  readonly summary: string;
  readonly steps: readonly TemplateStep[];
  /** Typical share of the budget by category, in percent; the shares of a template sum to 100. */
  readonly shares: Readonly<Partial<Record<CostCategory, number>>>;
}
