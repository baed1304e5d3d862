// "Export PDF": makes the journey's report in a worker and asks where to keep it.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countedAwards } from '../../../domain/quotes/awarded.ts';
import { approvedChanges } from '../../../domain/approvals/journey-approvals.ts';
import { reportAgreements } from '../../../domain/report/agreements.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { readApprovals } from '../../approvals/use-approvals.ts';
import { useStore } from '../../data/hooks.ts';
import { logBug } from '../../ports/log-bug.ts';
import { today } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { datedFileName } from '../../ui/file-name.ts';
import { usePeople } from '../../ui/use-people.ts';
import { keepPdf } from '../../workers/keep-pdf.ts';
import { gatherReport } from './gather.ts';
import { reportDefinition } from './report-definition.ts';
import { useReportWords } from './use-report-words.ts';

export const ExportReport = ({ journey }: { readonly journey: RecordOf<'journey'> }): React.JSX.Element => {
  const { t } = useTranslation('report');
  const store = useStore();
  const words = useReportWords();
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  const { nameOf, all } = usePeople();

  // Who reads it elsewhere is not told "You".
  const printedName = (person: string): string => all.find(({ id }) => id === person)?.name ?? nameOf(person);

  const make = async (): Promise<Failure | 'saved' | 'not saved'> => {
    const approvals = await readApprovals(store, journey.id);
    const { report, pictures } = await gatherReport(store, journey, {
      today: today(),
      nameOf: printedName,
      changes: approvedChanges(approvals),
    });
    const of = { type: 'award', journey: journey.id } as const;
    const thrown = await store.find({ ...of, trash: 'only' });
    const agreed = reportAgreements(approvals, [...countedAwards(await store.find(of)), ...thrown], printedName);
    const definition = reportDefinition({ ...report, agreed }, words, new Set(Object.keys(pictures)));
    const footer = { title: journey.body.name, page: t('page') };
    return keepPdf({ definition, pictures, footer }, datedFileName(journey.body.name, today(), 'pdf'));
  };

  const exportIt = async (): Promise<void> => {
    setBusy(true);
    const outcome = await make().catch((thrown: unknown): Failure => {
      logBug(thrown, 'report');
      return { type: 'Unexpected' };
    });
    setBusy(false);
    if (outcome === 'saved') notifications.show({ title: t('saved.title'), message: t('saved.text') });
    else if (outcome !== 'not saved')
      notifications.show({ color: 'red', title: textOf(outcome).sentence, message: textOf(outcome).remedy });
  };

  return (
    <Button
      variant="default"
      leftSection={<IconFileExport size={16} stroke={1.75} />}
      disabled={busy}
      onClick={() => void exportIt()}
    >
      {busy ? t('making') : t('export')}
    </Button>
  );
};
