// Before the data opens: how it shall be protected on this device, or the key to what is protected already.
import { Center, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { vaultStatus } from '../../../protocol/ipc/channels.ts';
import { ChooseProtection } from './ChooseProtection.tsx';
import { Unlock } from './Unlock.tsx';

interface GateProps {
  readonly status: z.infer<typeof vaultStatus>;
  readonly opened: () => void;
}

export const Gate = ({ status, opened }: GateProps): ReactElement => (
  <Center mih="100vh" p="xl">
    <Stack w={460} gap="lg" component="main">
      {status.state === 'new' ? (
        <ChooseProtection keyring={status.keyring} done={opened} />
      ) : (
        <Unlock reason={status.reason} opened={opened} />
      )}
    </Stack>
  </Center>
);
