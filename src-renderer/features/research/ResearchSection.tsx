// Settings, research: whom questions to the web go to. Nobody, until a person says so; the key stays in main, sealed.
import { Button, Group, PasswordInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PROVIDER_ADDRESSES, PROVIDER_TITLES, PROVIDERS, providerName } from '../../../domain/research/providers.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { researchWay, type ResearchStatus } from '../../../protocol/ipc/research.ts';
import { desktop } from '../../ports/desktop.ts';
import { pageServer } from '../../ports/server.ts';
import { tellProviderChosen } from '../../research/hooks.ts';
import { offeredBy } from '../../research/web-search.ts';
import { useSession } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';

export const ResearchSection = (): ReactElement | null => {
  const [kept, setKept] = useState<ResearchStatus | null>(null);
  useEffect(
    () =>
      void desktop()
        .ask('research.status', {})
        .then((now) => now.ok && setKept(now.value)),
    [],
  );
  return kept === null ? null : <Form kept={kept} onKept={setKept} />;
};

interface FormProps {
  readonly kept: ResearchStatus;
  readonly onKept: (now: ResearchStatus) => void;
}

const Form = ({ kept, onKept }: FormProps): ReactElement => {
  const { t } = useTranslation('research');
  const textOf = useFailureText();
  const [form, setForm] = useState({ way: kept.way, provider: kept.provider, address: kept.address });
  const [key, setKey] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaved, setSaved] = useState(false);
  const change = (part: Partial<typeof form>): void => {
    setForm({ ...form, ...part });
    setSaved(false);
  };
  const save = async (): Promise<void> => {
    const chosen = await desktop().ask('research.choose', { ...form, key });
    setFailure(chosen.ok ? null : chosen.error);
    if (!chosen.ok) return;
    setKey(null);
    setSaved(true);
    onKept(chosen.value);
    tellProviderChosen();
  };
  const odd = (field: string): string | undefined =>
    failure?.fields?.includes(field) === true ? t(`settings.odd.${field}`) : undefined;
  const offered = useOffered();
  const standard = PROVIDER_ADDRESSES[form.provider];
  return (
    <Stack gap="md" maw={480}>
      <Text c="dimmed">{t('settings.text')}</Text>
      <Radio.Group
        label={t('settings.way')}
        value={form.way}
        onChange={(value) => {
          const way = researchWay.safeParse(value);
          if (way.success) change({ way: way.data });
        }}
      >
        <Stack gap="sm" mt={4}>
          <Radio value="off" label={t('settings.off')} description={t('settings.offText')} />
          <Radio
            value="server"
            label={t('settings.server')}
            description={offered === null ? t('settings.serverNone') : t('settings.serverText', { provider: offered })}
          />
          <Radio value="direct" label={t('settings.direct')} description={t('settings.directText')} />
        </Stack>
      </Radio.Group>
      {form.way === 'direct' && (
        <>
          <Select
            label={t('settings.provider')}
            data={PROVIDERS.map((value) => ({ value, label: PROVIDER_TITLES[value] }))}
            allowDeselect={false}
            value={form.provider}
            onChange={(value) => {
              const provider = providerName.safeParse(value);
              if (provider.success) change({ provider: provider.data, address: '' });
            }}
          />
          {standard === null && (
            <TextInput
              label={t('settings.address')}
              placeholder={t('settings.addressPlaceholder')}
              description={t('settings.addressText')}
              error={odd('address')}
              value={form.address}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
          )}
          {standard !== null && (
            <PasswordInput
              label={t('settings.key')}
              description={t('settings.keyText', { provider: PROVIDER_TITLES[form.provider] })}
              placeholder={kept.hasKey && kept.provider === form.provider ? t('settings.keyKept') : ''}
              error={odd('key')}
              value={key ?? ''}
              onChange={(event) => {
                setKey(event.currentTarget.value);
                setSaved(false);
              }}
            />
          )}
        </>
      )}
      <Group gap="md">
        <Button onClick={() => void save()}>{t('settings.save')}</Button>
        <Text size="sm" c={failure === null ? 'dimmed' : 'var(--pl-late)'} aria-live="polite">
          {failure === null ? (isSaved ? t('settings.saved') : '') : textOf(failure).sentence}
        </Text>
      </Group>
    </Stack>
  );
};

/** Whom the person's server asks; null where there is none. */
const useOffered = (): string | null => {
  const { account } = useSession();
  const [offered, setOffered] = useState<string | null>(null);
  useEffect(() => {
    if (account === null) return;
    void offeredBy(pageServer).then((found) => setOffered(found.ok ? found.value : null));
  }, [account]);
  return account === null ? null : offered;
};
