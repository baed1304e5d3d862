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
        {TOOLS.map((each) => {
          const ToolIcon = iconByTool[each];
          return (
            <Tooltip key={each} label={t(`marks.tool.${each}`)}>
              <ActionIcon
                size="lg"
                variant={each === tool ? 'filled' : 'subtle'}
                color={each === tool ? 'var(--pl-accent)' : 'gray'}
                aria-label={t(`marks.tool.${each}`)}
                aria-pressed={each === tool}
                onClick={() => setTool(each)}
              >
                <ToolIcon size={18} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          );
        })}
        <Tooltip label={t('marks.undo')}>
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('marks.undo')}
            disabled={!canUndo}
            onClick={undo}
          >
            <IconArrowBackUp size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('marks.delete')}>
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('marks.delete')}
            disabled={chosen === null}
            onClick={() => chosen !== null && change(chosen, null)}
          >
            <IconTrash size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <Button size="xs" ml={4} onClick={() => setTool(null)}>
          {t('marks.done')}
        </Button>
      </Group>
    </div>
  );
};
