// Says who can see what is written here; where more than one audience is possible, it is changed here too.
import { Menu, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLock, IconUserShare, IconUsers, type Icon } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import classes from './AudienceBadge.module.css';
import { useAudience, type Audience } from './use-audience.ts';

const iconByKind: Readonly<Record<Audience['kind'], Icon>> = {
  family: IconLock,
  everyone: IconUsers,
  party: IconUserShare,
};

interface AudienceBadgeProps {
  readonly journey: RecordId;
  readonly space: SpaceId;
}

export const AudienceBadge = ({ journey, space }: AudienceBadgeProps): ReactElement => {
  const audience = useAudience(journey)(space);
  return (
    <Tooltip label={audience.sentence} multiline maw={280}>
      <span className={classes['badge']} data-kind={audience.kind}>
        <Face audience={audience} />
      </span>
    </Tooltip>
  );
};

interface AudiencePickerProps extends AudienceBadgeProps {
  readonly choices: readonly SpaceId[];
  readonly onChoose: (space: SpaceId) => void;
}

export const AudiencePicker = ({ journey, space, choices, onChoose }: AudiencePickerProps): ReactElement => {
  const { t } = useTranslation('ui');
  const audienceOf = useAudience(journey);
  const audience = audienceOf(space);
  return (
    <Menu width={280} position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes['badge']}
          data-kind={audience.kind}
          aria-label={t('audience.change', { label: audience.label })}
        >
          <Face audience={audience} />
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('audience.who')}</Menu.Label>
        {choices.map(audienceOf).map((choice) => {
          const ChoiceIcon = iconByKind[choice.kind];
          return (
            <Menu.Item
              key={choice.space}
              leftSection={<ChoiceIcon size={16} stroke={1.75} />}
              onClick={() => onChoose(choice.space)}
            >
              <Text size="md">{choice.label}</Text>
              <Text size="xs" c="dimmed">
                {choice.sentence}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
};

const Face = ({ audience }: { readonly audience: Audience }): ReactElement => {
  const KindIcon = iconByKind[audience.kind];
  return (
    <>
      <KindIcon size={12} stroke={2} aria-hidden />
      <span>{audience.label}</span>
    </>
  );
};
