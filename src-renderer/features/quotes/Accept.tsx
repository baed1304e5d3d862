// Accepting a quote: asked once, with what it means and who will know; taken back by Undo or here.
import { Button, Popover, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { worthOf } from '../../../domain/quotes/worth.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { formatMoney } from '../../ui/money.ts';
import { useAudience } from '../../ui/use-audience.ts';

interface AcceptProps {
  readonly quote: RecordOf<'quote'>;
  readonly journey: RecordOf<'journey'>;
  readonly award: RecordOf<'award'> | null;
  /** Beside others like it: none of them is the next thing to do. */
  readonly quiet?: boolean;
}

export const Accept = ({ quote, journey, award, quiet = false }: AcceptProps): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const [open, setOpen] = useState(false);
  const audience = useAudience(journey.id)(quote.space);
  if (award !== null)
    return (
      <Button size="xs" variant="default" onClick={() => void run('record.trash', { key: award.key })}>
        {t('accept.takeBack')}
      </Button>
    );
  const worth = worthOf(quote.body);
  const vendor = quote.body.vendor || t('unknown');
  const accept = (): void => {
    setOpen(false);
    void run('quote.accept', { key: quote.key });
  };
  return (
    <Popover opened={open} onChange={setOpen} width={320} position="bottom-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant={quiet ? 'default' : 'filled'}
          leftSection={<IconCheck size={14} stroke={2} />}
          onClick={() => setOpen(!open)}
        >
          {t('accept.action')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('accept.action')}>
        <Text size="sm" fw={600}>
          {worth === null ? t('accept.askBare', { vendor }) : t('accept.ask', { vendor, amount: formatMoney(worth) })}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {t('accept.means')}{' '}
          {audience.kind === 'party' ? t('accept.known', { audience: audience.label }) : t('accept.private')}
        </Text>
        <FormButtons label={t('accept.now')} size="xs" mt="sm" onCancel={() => setOpen(false)} onSave={accept} />
      </Popover.Dropdown>
    </Popover>
  );
};
