// "Export CSV": every cost as a row of a file.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { Entry } from '../../../domain/money/entries.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { desktop } from '../../ports/desktop.ts';
import { today } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { datedFileName } from '../../ui/file-name.ts';
import { COLUMNS, costFile, type CostFileWords } from './cost-file.ts';
import { useCategories } from '../../ui/use-categories.ts';

interface ExportCostsProps {
  readonly journey: RecordOf<'journey'>;
  readonly entries: readonly Entry[];
}

export const ExportCosts = ({ journey, entries }: ExportCostsProps): ReactElement => {
  const { t } = useTranslation('money');
  const { nameOf } = useCategories();
  const textOf = useFailureText();
  const steps = useRecords({ type: 'step', journey: journey.id, trash: 'with' });
  const keep = async (): Promise<void> => {
    const nameByStep = namesOfSteps(steps ?? []);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the columns themselves
    const head = Object.fromEntries(COLUMNS.map((column) => [column, t(`file.${column}`)])) as CostFileWords['head'];
    const text = costFile(entries, {
      head,
      category: nameOf,
      step: (key) => nameByStep.get(key ?? '') ?? '',
      kind: (kind) => t(`kind.${kind}`),
      state: (state) => t(`state.${state}`),
    });
    const name = datedFileName(`${journey.body.name}, ${t('costs')}`, today(), 'csv');
    const answer = await desktop().ask('file.save', { name, bytes: new TextEncoder().encode(text) });
    if (answer.ok) return;
    const { sentence, remedy } = textOf(answer.error);
    notifications.show({ color: 'red', title: sentence, message: remedy });
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={16} stroke={1.75} />} onClick={() => void keep()}>
      {t('exportCosts')}
    </Button>
  );
};
