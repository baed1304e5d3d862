// Settings, research: whom questions to the web go to. Nobody, until a person says so; the key stays in main, sealed.
import { Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PROVIDER_ADDRESSES, PROVIDER_TITLES, PROVIDERS, providerName } from '../../../domain/research/providers.ts';
import { researchWay, type ResearchStatus } from '../../../protocol/ipc/research.ts';
import { desktop } from '../../ports/desktop.ts';
import { pageServer } from '../../ports/server.ts';
import { tellProviderChosen } from '../../research/hooks.ts';
import { offeredBy } from '../../research/web-search.ts';
import { useSession } from '../../sync/context.ts';
import { KeyField, SaveLine } from '../../ui/KeyForm.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useKeyForm } from '../../ui/use-key-form.ts';

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
  const [chosen, setChosen] = useState({ way: kept.way, provider: kept.provider });
  // The address is kept while it is typed; the key is not, and whom it goes to is what stands.
  const draft = useDraft(`settings:${chosen.provider}`, chosen.provider === kept.provider ? kept.address : '');
  const form = { ...chosen, address: draft.value };
  const keyed = useKeyForm(
    (key) => desktop().ask('research.choose', { ...form, key }),
    (now) => {
      draft.clear();
      onKept(now);
      tellProviderChosen();
    },
  );
  const change = (part: Partial<typeof chosen>): void => {
    setChosen({ ...chosen, ...part });
    keyed.touch();
  };
  const odd = (field: string): string | undefined => (keyed.isOdd(field) ? t(`settings.odd.${field}`) : undefined);
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
              if (provider.success) change({ provider: provider.data });
            }}
          />
          {standard === null && (
            <TextInput
              label={t('settings.address')}
              placeholder={t('settings.addressPlaceholder')}
              description={t('settings.addressText')}
              error={odd('address')}
              value={form.address}
              onChange={(event) => {
                draft.change(event.currentTarget.value);
                keyed.touch();
              }}
            />
          )}
          {standard !== null && (
            <KeyField
              form={keyed}
              description={t('settings.keyText', { provider: PROVIDER_TITLES[form.provider] })}
              isKept={kept.hasKey && kept.provider === form.provider}
              error={odd('key')}
            />
          )}
        </>
      )}
      <SaveLine form={keyed} isUnsaved={draft.dirty} />
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
