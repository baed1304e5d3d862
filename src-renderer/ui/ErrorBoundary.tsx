// Catches a bug in a part of the window: one sentence for the person, a code for the log, and a way to go on. Never a stack trace.
// Give it a `key` that changes with what is shown: then going elsewhere is a way on too, and the rest of the window stays usable.
import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from './failure-text.ts';
import { logBug } from '../ports/log-bug.ts';

interface Props {
  readonly children: ReactNode;
}

// React offers error boundaries as classes only.
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    logBug(error);
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken retry={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

const Broken = ({ retry }: { readonly retry: () => void }): ReactElement => {
  const { t } = useTranslation('app');
  const { sentence, remedy } = useFailureText()({ type: 'Unexpected' });
  return (
    <Center h="100%" p="xl">
      <Stack gap="lg" maw={480} role="alert">
        <Title order={2}>{sentence}</Title>
        <Text c="dimmed">{remedy}</Text>
        <Button w="fit-content" onClick={retry}>
          {t('boot.goOn')}
        </Button>
      </Stack>
    </Center>
  );
};
