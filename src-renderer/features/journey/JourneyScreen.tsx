// One journey: its header, its tabs, and the right panel for what is selected.
import type { ReactElement } from 'react';
import type { RecordId } from '../../../domain/kernel/ids.ts';

export const JourneyScreen = ({ journeyId }: { readonly journeyId: RecordId }): ReactElement => <div>{journeyId}</div>;
