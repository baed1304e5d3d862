// Opens a file of someone's work, shows each piece with what stands here, and takes in what is chosen.
import { Alert, Button, Checkbox, FileButton, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { recordName } from '../../ui/record-name.ts';
import { dayExact, dayOf } from '../../ui/dates.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { useValueWords } from '../../ui/use-value-words.ts';
import { Moment } from '../../ui/When.tsx';
import classes from './Tray.module.css';
import { kindOf, toldFields } from './tray-work.ts';
import { useTakeIn, type OpenedWork, type Piece } from './use-take-in.ts';
import { WORK_FILE } from './work-file.ts';

export const TakeIn = (): ReactElement => {
  const { t } = useTranslation('sync');
  const textOf = useFailureText();
  const { opened, failure, open, take, close } = useTakeIn();
  const go = async (ids: ReadonlySet<string>): Promise<void> => {
    const { taken, failure: problem } = await take(ids);
    const message =
      problem === null
        ? t('takeIn.done', { count: taken })
        : t('takeIn.some', { taken, reason: textOf(problem).sentence });
    notifications.show({ message, autoClose: problem === null ? 4_000 : 10_000 });
    close();
  };
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <FileButton accept={WORK_FILE} onChange={(file) => file !== null && void open(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {t('takeIn.open')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" flex={1}>
          {t('takeIn.text')}
        </Text>
      </Group>
      {failure !== null && <Alert color="yellow" title={textOf(failure).sentence} />}
      <Modal
        opened={opened !== null}
        onClose={close}
        size="lg"
        title={opened === null ? '' : t('takeIn.title', { name: opened.from.name })}
        scrollAreaComponent={ScrollArea.Autosize}
      >
        {opened !== null && <Choice opened={opened} go={go} close={close} />}
      </Modal>
    </Stack>
  );
};

interface ChoiceProps {
  readonly opened: OpenedWork;
  readonly go: (ids: ReadonlySet<string>) => Promise<void>;
  readonly close: () => void;
}

/** Chosen from the beginning: what is missing here and overwrites nothing that is newer. */
const isWanted = ({ offer }: Piece): boolean => offer.kind === 'new' || offer.kind === 'change';

const Choice = ({ opened, go, close }: ChoiceProps): ReactElement => {
  const { t } = useTranslation('sync');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(opened.pieces.filter(isWanted).map(({ id }) => id)),
  );
  const [busy, setBusy] = useState(false);
  const turn = (id: string, on: boolean): void =>
    setChosen((before) => (on ? new Set([...before, id]) : new Set([...before].filter((each) => each !== id))));
  const nothing = opened.pieces.every(({ offer }) => offer.kind === 'there');
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('takeIn.from', { when: dayExact(dayOf(opened.madeAt)) })}
      </Text>
      {nothing && <Text>{t('takeIn.all')}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0}>
        {opened.pieces.map((piece) => (
          <Row key={piece.id} piece={piece} chosen={chosen.has(piece.id)} turn={(on) => turn(piece.id, on)} />
        ))}
      </Stack>
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={close}>
          {t('takeIn.close')}
        </Button>
        <Button
          loading={busy}
          disabled={chosen.size === 0}
          onClick={() => {
            setBusy(true);
            void go(chosen);
          }}
        >
          {t('takeIn.go', { count: chosen.size })}
        </Button>
      </Group>
    </Stack>
  );
};

interface RowProps {
  readonly piece: Piece;
  readonly chosen: boolean;
  readonly turn: (on: boolean) => void;
}

const Row = ({ piece: { work, offer }, chosen, turn }: RowProps): ReactElement => {
  const { t } = useTranslation('sync');
  const { fieldWords, valueWords } = useValueWords();
  const { record } = work;
  const kind = t(`tray.kinds.${kindOf(record)}`);
  const name = recordName(record);
  const told = toldFields(work).map(
    (field) => `${fieldWords(field)}: ${valueWords({ type: record.type, field, value: record.body[field] })}`,
  );
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <Checkbox
        mt={3}
        checked={chosen}
        disabled={offer.retry === null}
        aria-label={t('takeIn.choose', { kind, name })}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
      <Stack gap={2} flex={1}>
        <Text fw={500}>
          {kind}
          {name !== '' && <span className={classes['name']}>{name}</span>}
        </Text>
        {told.length > 0 && <Text size="sm">{told.join(' · ')}</Text>}
        <Text size="sm" c="dimmed">
          <Moment at={record.createdAt} />
          {offer.kind !== 'new' && offer.kind !== 'change' && ` · ${t(`takeIn.why.${offer.kind}`)}`}
        </Text>
      </Stack>
    </Group>
  );
};
