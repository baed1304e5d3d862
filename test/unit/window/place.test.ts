// Where a person is in the window: every move, and what is made of a kept place after a restart.
import { describe, expect, it } from 'vitest';
import { journeyPlace, move, placeFrom, START, type Move, type Place } from '../../../src-renderer/ui/place.ts';

const after = (...moves: readonly Move[]): Place => moves.reduce(move, START);

describe('the place', () => {
  it('starts at home, and a journey opens on its overview with nothing selected', () => {
    expect(START.screen).toBe('home');
    const place = after({ go: 'journey', journey: 'journey_a' });
    expect(place).toMatchObject({ screen: 'journey', journey: 'journey_a' });
    expect(journeyPlace(place, 'journey_a')).toEqual({ tab: 'overview', record: null });
  });

  it('each journey remembers its own tab and record, so that Resume goes back to them', () => {
    const place = after(
      { go: 'journey', journey: 'journey_a' },
      { go: 'tab', tab: 'steps' },
      { go: 'record', record: 'journey_a|step_1' },
      { go: 'journey', journey: 'journey_b', tab: 'money' },
      { go: 'screen', screen: 'home' },
      { go: 'journey', journey: 'journey_a' },
    );
    expect(journeyPlace(place, 'journey_a')).toEqual({ tab: 'steps', record: 'journey_a|step_1' });
    expect(journeyPlace(place, 'journey_b')).toEqual({ tab: 'money', record: null });
  });

  it('a jump to a record may name tab and record, and closing the panel keeps the tab', () => {
    const place = after({ go: 'journey', journey: 'journey_a', tab: 'steps', record: 'journey_a|step_2' });
    expect(journeyPlace(move(place, { go: 'record', record: null }), 'journey_a')).toEqual({
      tab: 'steps',
      record: null,
    });
  });

  it('a tab or record with no journey open changes nothing', () => {
    expect(after({ go: 'tab', tab: 'steps' }, { go: 'record', record: 'x|y' })).toEqual(START);
  });

  it('comes back from settings as it was; what has another shape starts at home', () => {
    const place = after({ go: 'journey', journey: 'journey_a', tab: 'money' });
    expect(placeFrom(JSON.parse(JSON.stringify(place)))).toEqual(place);
    for (const odd of [undefined, null, 'home', { screen: 'home' }, { ...place, journeys: { journey_a: 'steps' } }]) {
      expect(placeFrom(odd)).toEqual(START);
    }
  });
});
