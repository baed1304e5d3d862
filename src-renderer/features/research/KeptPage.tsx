// The page of a finding as it was kept: its words alone, to be read with no network. Nothing of it is HTML.
import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { webpageKey } from '../../../domain/commands/finding.ts';
import type { PageBlock } from '../../../domain/records/research.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord } from '../../data/hooks.ts';
import { useTrouble } from '../../research/hooks.ts';
import { dayOf, dayShort } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import classes from './research.module.css';

/** Blocks shown before one asks for the rest. */
const FIRST = 6;

export const KeptPage = ({ finding }: { readonly finding: RecordOf<'finding'> }): ReactElement => {
  const { t } = useTranslation('research');
  const [whole, setWhole] = useState(false);
  const record = useRecord(webpageKey(finding.key));
  const trouble = useTrouble(finding.key);
  const textOf = useFailureText();
  const page = recordAs('webpage', record ?? undefined);
  const failure = trouble === null ? null : textOf(trouble);
  return (
    <PanelSection title={t('page.title')}>
      {failure !== null && (
        <Text size="sm" c="var(--pl-blocked)">
          {t('page.trouble', { ...failure })}
        </Text>
      )}
      {page === null && failure === null && (
        <Text size="sm" c="dimmed">
          {t(finding.body.page === 'wanted' ? 'looking' : 'page.none')}
        </Text>
      )}
      {page !== null && (
        <article className={classes['reading']} lang={page.body.language === '' ? undefined : page.body.language}>
          <Text size="xs" c="dimmed">
            {t('page.kept', { day: dayShort(dayOf(page.body.takenAt)) })}
            {page.body.isCut && ` · ${t('page.cut')}`}
          </Text>
          {numbered(whole ? page.body.blocks : page.body.blocks.slice(0, FIRST)).map(({ block, id }) => (
            <Block key={id} block={block} />
          ))}
          {page.body.blocks.length > FIRST && (
            <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!whole)} aria-expanded={whole}>
              {t(whole ? 'page.less' : 'page.more')}
            </Button>
          )}
        </article>
      )}
    </PanelSection>
  );
};

const numbered = (blocks: readonly PageBlock[]): readonly { readonly block: PageBlock; readonly id: string }[] =>
  blocks.map((block, at) => ({ block, id: String(at) }));

const Block = ({ block }: { readonly block: PageBlock }): ReactElement => {
  if (block.kind === 'heading') return <h4 className={classes['heading']}>{block.text}</h4>;
  if (block.kind === 'item') return <p className={classes['item']}>{block.text}</p>;
  if (block.kind === 'text') return <p>{block.text}</p>;
  const [first = '', ...rest] = block.cells;
  return (
    <p className={classes['cells']}>
      <span>{first}</span>
      <span>{rest.join(' · ')}</span>
    </p>
  );
};
