// What the paper becomes, in a sentence, and the little that the paper itself can't say: the category, the step.
import { Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type outcomeOf, type Paper } from '../../../domain/documents/paper.ts';
import { COST_CATEGORIES } from '../../../domain/records/cost.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { useParties, type Choices } from './use-accept.ts';

interface OutcomeProps {
  readonly outcome: ReturnType<typeof outcomeOf>;
  readonly paper: Paper;
  readonly reading: RecordOf<'reading'>;
  readonly choices: Choices;
}

export const Outcome = ({ outcome, paper, reading, choices }: OutcomeProps): React.JSX.Element => {
  const { t } = useTranslation(['documents', 'capture']);
  const parties = useParties(reading);
  if (outcome === null || outcome === 'reminder' || (outcome === 'cost' && paper.values.total === null))
    return (
      <Text size="sm" c="dimmed">
        {t(missingOf(outcome, paper))}
      </Text>
    );
  return (
    <Group gap="sm" grow>
      {outcome === 'cost' && (
        <Select
          size="xs"
          label={t('capture:offer.category')}
          data={COST_CATEGORIES.map((value) => ({ value, label: t(`capture:category.${value}`) }))}
          value={choices.category}
          allowDeselect={false}
          searchable
          onChange={(value) => choices.setCategory(value ?? 'other')}
        />
      )}
      {outcome === 'quote' && parties.length > 0 && (
        <Select
          size="xs"
          label={t('paper.party')}
          placeholder={t('paper.noParty')}
          data={parties.map(({ key, body }) => ({ value: key, label: body.name }))}
          value={choices.party}
          clearable
          onChange={choices.setParty}
        />
      )}
      <StepSelect
        size="xs"
        label={t('capture:offer.step')}
        placeholder={t('capture:offer.noStep')}
        journey={reading.journey}
        value={choices.step}
        onChange={choices.setStep}
      />
    </Group>
  );
};

const missingOf = (outcome: OutcomeProps['outcome'], { values }: Paper): string => {
  if (outcome === 'cost') return 'documents:paper.noTotal';
  if (outcome === 'reminder')
    return values.warrantyEnd === null ? 'documents:paper.noEnd' : 'documents:paper.remindAhead';
  return 'documents:paper.nothing';
};
