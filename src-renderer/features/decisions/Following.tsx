// What followed from a decision, and what else shall follow: a cost, a step, other days for a step, an accepted quote.
import { Button, Group, Text } from '@mantine/core';
import { IconArrowForwardUp, IconCalendarEvent, IconCoins, IconFileCheck, IconListCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { awardKey } from '../../../domain/commands/quote.ts';
import { idOfKey, typeOfId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import classes from './decisions.module.css';
import { CostFollows, PlanFollows, StepFollows } from './FollowForms.tsx';
import { ImpactList } from './ImpactList.tsx';
import type { DecisionImpact } from './use-impact.ts';
import { LinkExisting } from './LinkExisting.tsx';
import { useFollow } from './use-follow.ts';

interface FollowingProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  /** What is known of the alternative that was chosen. */
  readonly chosen: RecordOf<'alternative'> | null;
  readonly impact: DecisionImpact | null;
}

const FORMS = { cost: CostFollows, step: StepFollows, plan: PlanFollows } as const;
const ICONS = { cost: IconCoins, step: IconListCheck, plan: IconCalendarEvent } as const;
type Form = keyof typeof FORMS;

export const Following = ({ journey, decision, chosen, impact }: FollowingProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const [form, setForm] = useSetting<Form | null>(`following:${decision.key}`, null);
  const FormNow = form === null ? null : FORMS[form];
  return (
    <section aria-label={t('follows.title')} className={classes['part']}>
      <h4 className={classes['partHead']}>
        <IconArrowForwardUp size={16} stroke={1.75} aria-hidden />
        {t('follows.title')}
      </h4>
      {impact !== null && impact.standing.hanging.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('follows.none')}
        </Text>
      )}
      {impact !== null && <ImpactList journey={journey} impact={impact.standing} reads={impact.reads} />}
      {impact !== null && <LinkExisting journey={journey} decision={decision} impact={impact} />}
      {FormNow !== null ? (
        <FormNow journey={journey} decision={decision} chosen={chosen} onDone={() => setForm(null)} />
      ) : (
        <Group gap="xs" mt="xs">
          {(['cost', 'step', 'plan'] as const).map((one) => {
            const OneIcon = ICONS[one];
            return (
              <Button
                key={one}
                size="compact-sm"
                variant="default"
                leftSection={<OneIcon size={14} stroke={1.75} />}
                onClick={() => setForm(one)}
              >
                {t(`follows.${one}`)}
              </Button>
            );
          })}
          {impact !== null && <AcceptQuotes decision={decision} chosen={chosen} impact={impact} />}
        </Group>
      )}
    </section>
  );
};

/** The quotes that the chosen alternative is about and that are not accepted yet. */
const AcceptQuotes = ({
  decision,
  chosen,
  impact: { reads },
}: Pick<FollowingProps, 'decision' | 'chosen'> & { readonly impact: DecisionImpact }): ReactElement => {
  const { t } = useTranslation('decisions');
  const follow = useFollow(decision.key);
  const open = (chosen?.body.links ?? [])
    .filter((key) => typeOfId(idOfKey(key)) === 'quote' && reads.get(awardKey(key))?.trashedAt !== 0)
    .flatMap((key) => recordAs('quote', reads.get(key)) ?? []);
  return (
    <>
      {open.map(({ key, body: { vendor, title } }) => (
        <Button
          key={key}
          size="compact-sm"
          variant="default"
          leftSection={<IconFileCheck size={14} stroke={1.75} />}
          onClick={() => void follow('quote.accept', { key })}
        >
          {t('follows.accept', { name: vendor || title })}
        </Button>
      ))}
    </>
  );
};
