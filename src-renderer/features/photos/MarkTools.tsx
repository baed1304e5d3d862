// The tools to draw on a photo with, over it while someone draws.
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowUpRight,
  IconCircle,
  IconLetterT,
  IconPointer,
  IconRuler2,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MARK_KINDS } from '../../../domain/records/mark.ts';
import type { Markup, Tool } from './use-markup.ts';
import classes from './viewer.module.css';

const iconByTool: Readonly<Record<Tool, Icon>> = {
  choose: IconPointer,
  arrow: IconArrowUpRight,
  circle: IconCircle,
  text: IconLetterT,
  measure: IconRuler2,
};
const TOOLS = ['choose', ...MARK_KINDS] as const;

export const MarkTools = ({ markup }: { readonly markup: Markup }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const { tool, setTool, chosen, change, canUndo, undo } = markup;
  if (tool === null) return null;
  return (
    <div className={classes['tools']} role="toolbar" aria-label={t('marks.tools')}>
      <Group gap={4} wrap="nowrap">
        {TOOLS.map((each) => (
          <ToolButton
            key={each}
            label={t(`marks.tool.${each}`)}
            icon={iconByTool[each]}
            pressed={each === tool}
            onClick={() => setTool(each)}
          />
        ))}
        <ToolButton label={t('marks.undo')} icon={IconArrowBackUp} disabled={!canUndo} onClick={undo} />
        <ToolButton
          label={t('marks.delete')}
          icon={IconTrash}
          disabled={chosen === null}
          onClick={() => chosen !== null && change(chosen, null)}
        />
        <Button size="xs" ml={4} onClick={() => setTool(null)}>
          {t('marks.done')}
        </Button>
      </Group>
    </div>
  );
};

interface ToolButtonProps {
  readonly label: string;
  readonly icon: Icon;
  /** Absent for what is done at once. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

const ToolButton = ({ label, icon: Sign, pressed, disabled = false, onClick }: ToolButtonProps): React.JSX.Element => (
  <Tooltip label={label}>
    <ActionIcon
      size="lg"
      variant={pressed === true ? 'filled' : 'subtle'}
      color={pressed === true ? 'var(--pl-accent)' : 'gray'}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Sign size={18} stroke={1.75} />
    </ActionIcon>
  </Tooltip>
);
