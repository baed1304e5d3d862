// How the votes on a decision stand: who is for which alternative, who of those that must agree is still to be heard.
import type { PersonId } from '../kernel/ids.ts';
import type { BodyOf, RecordOf } from '../records/registry.ts';

export interface Agreement {
  /** Who voted for it, by alternative; an alternative that is gone has no votes. */
  readonly votersByPlace: ReadonlyMap<string, readonly PersonId[]>;
  /** Who must agree and has not voted. */
  readonly awaited: readonly PersonId[];
  /** The one alternative that all who must agree voted for; null while they don't, and where nobody must. */
  readonly agreed: string | null;
}

export const agreementOf = ({
  alternatives,
  votes = {},
  agree = [],
}: Pick<BodyOf<'decision'>, 'alternatives' | 'votes' | 'agree'>): Agreement => {
  const counted = Object.entries(votes).filter(([, place]) => Object.hasOwn(alternatives, place));
  const placeByVoter = new Map(counted);
  const places = new Set(agree.map((person) => placeByVoter.get(person) ?? null));
  const [only = null] = places;
  return {
    votersByPlace: new Map(
      Object.keys(alternatives).map((place) => [
        place,
        counted.filter(([, voted]) => voted === place).map(([person]) => person),
      ]),
    ),
    awaited: agree.filter((person) => !placeByVoter.has(person)),
    agreed: places.size === 1 ? only : null,
  };
};

export type DecisionState = 'open' | 'decided' | 'revisited';

/** `revisited`: it was decided once, and rolled back. */
export const stateOf = ({ body }: Pick<RecordOf<'decision'>, 'body'>): DecisionState =>
  body.decided !== null ? 'decided' : body.back == null ? 'open' : 'revisited';
