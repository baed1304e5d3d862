// "Join with a code", beside the other ways to begin; a link clicked elsewhere opens it filled in.
import { Button } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MainEventBody } from '../../../protocol/ipc/channels.ts';
import { desktop } from '../../ports/desktop.ts';
import { previewInvite } from '../../sync/account.ts';
import { JoinDialog } from './JoinDialog.tsx';

export const JoinAction = (): ReactElement => {
  const { t } = useTranslation('account');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconTicket size={16} />} onClick={() => setOpened(true)}>
        {t('join')}
      </Button>
      <JoinDialog opened={opened} close={() => setOpened(false)} preview={previewInvite} />
    </>
  );
};

/** Runs in the background: a `plumbline:join/CODE` link opens the dialog wherever one is. */
export const JoinByLink = (): ReactElement | null => {
  const [link, setLink] = useState<MainEventBody<'app.join'> | null>(null);
  useEffect(() => desktop().on('app.join', setLink), []);
  return link === null ? null : (
    <JoinDialog key={link.code} opened link={link} close={() => setLink(null)} preview={previewInvite} />
  );
};
