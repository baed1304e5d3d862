// Decides by button: for which alternative, why, and what is done with it at once: an accepted quote, a chosen finding.
import { Checkbox, Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { awardKey } from '../../../domain/commands/quote.ts';
import type { Agreement } from '../../../domain/decisions/agreement.ts';
import { idOfKey, typeOfId, type RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { usePeople } from '../../ui/use-people.ts';
import classes from './decisions.module.css';
import { ImpactList } from './ImpactList.tsx';
import type { DecisionImpact } from './use-impact.ts';
import { useFollow, type Follow } from './use-follow.ts';

interface DecideFormProps {
  readonly decision: RecordOf<'decision'>;
  readonly place: string;
  readonly chosen: RecordOf<'alternative'> | null;
  readonly agreement: Agreement;
  readonly journey: RecordOf<'journey'>;
  /** What hangs on what was decided so far. */
  readonly impact: DecisionImpact | null;
  readonly onDone: () => void;
}

export const DecideForm = (props: DecideFormProps): ReactElement => {
  const { decision, place, chosen, agreement, journey, impact, onDone } = props;
  const { t } = useTranslation('decisions');
  const run = useRun();
  const people = usePeople();
  const follow = useFollow(decision.key);
  const draft = useDraft(`decide:${decision.key}:${place}`, '');
  const done = clearThen(draft, onDone);
  const [along, setAlong] = useState<ReadonlySet<RecordKey>>(new Set());
  const { key, body } = decision;
  const name = body.alternatives[place]?.name ?? '';
  const links = (chosen?.body.links ?? []).filter((link) => ['quote', 'finding'].includes(typeOfId(idOfKey(link))));
  const toggle = (link: RecordKey): void => {
    const next = new Set(along);
    if (!next.delete(link)) next.add(link);
    setAlong(next);
  };
  const decide = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    const result = await run('decision.take', { key, choice: place, why: draft.value.trim() });
    if (!result.ok) return;
    for (const link of along) await doAlong(link, follow);
    done();
  };
  const missing = agreement.agreed !== place && (body.agree ?? []).length > 0;
  return (
    <form
      className={classes['revisit']}
      aria-label={t('decide.forNamed', { name })}
      onSubmit={(event) => void decide(event)}
    >
      <Text fw={600}>{t('decide.forNamed', { name })}</Text>
      {body.decided !== null && impact !== null && impact.standing.hanging.length > 0 && (
        <>
          <Text size="sm" c="var(--pl-blocked)">
            {t('decide.hangs', { name: body.decided.name, count: impact.standing.hanging.length })}
          </Text>
          <ImpactList journey={journey} impact={impact.standing} reads={impact.reads} />
        </>
      )}
      {missing && (
        <Text size="sm" c="var(--pl-blocked)">
          {agreement.awaited.length > 0
            ? t('decide.awaited', { who: agreement.awaited.map(people.nameOf).join(', ') })
            : t('decide.disagree')}
        </Text>
      )}
      <Textarea
        label={t('decide.why')}
        placeholder={t('decide.whyHint')}
        autoFocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5_000}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      {links.map((link) => (
        <Along key={link} link={link} checked={along.has(link)} onToggle={() => toggle(link)} />
      ))}
      <FormButtons label={t('decide.save')} size="compact-md" onCancel={done} />
    </form>
  );
};

const doAlong = (link: RecordKey, follow: Follow): Promise<boolean> =>
  typeOfId(idOfKey(link)) === 'quote'
    ? follow('quote.accept', { key: link })
    : follow('finding.mark', { key: link, state: 'chosen' });

interface AlongProps {
  readonly link: RecordKey;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

/** Asked, never done by itself: to accept a quote binds. */
const Along = ({ link, checked, onToggle }: AlongProps): ReactElement | null => {
  const { t } = useTranslation('decisions');
  const record = useRecord(link);
  const quote = recordAs('quote', record ?? undefined);
  const finding = recordAs('finding', record ?? undefined);
  const award = useRecord(quote === null ? null : awardKey(link));
  if (quote !== null)
    return award?.trashedAt === 0 ? null : (
      <Checkbox
        label={t('decide.accept', { name: quote.body.vendor || quote.body.title })}
        checked={checked}
        onChange={onToggle}
      />
    );
  if (finding === null || finding.body.state === 'chosen' || finding.body.state === 'bought') return null;
  return <Checkbox label={t('decide.choose', { name: finding.body.title })} checked={checked} onChange={onToggle} />;
};
