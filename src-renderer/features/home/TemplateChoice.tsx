// What a journey can begin from: nothing, or a built-in template whose steps are shown before they are made.
import { Text, UnstyledButton } from '@mantine/core';
import { IconBath, IconPaint, IconPencil, IconToolsKitchen2, IconListCheck, type Icon } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyTemplate } from '../../../domain/templates/template.ts';
import { templates } from '../../../domain/templates/templates.ts';
import classes from './CreateJourney.module.css';

const iconById: Readonly<Record<string, Icon>> = {
  kitchen: IconToolsKitchen2,
  bathroom: IconBath,
  repaint: IconPaint,
};

interface TemplateChoiceProps {
  readonly value: string | null;
  readonly onChange: (template: string | null) => void;
}

export const TemplateChoice = ({ value, onChange }: TemplateChoiceProps): ReactElement => {
  const { t } = useTranslation('home');
  return (
    <div role="radiogroup" aria-label={t('template.label')}>
      <Text fw={500} size="sm" mb="xs">
        {t('template.label')}
      </Text>
      <div className={classes['choices']}>
        <Choice
          icon={IconPencil}
          name={t('template.blank')}
          summary={t('template.blankSummary')}
          chosen={value === null}
          onChoose={() => onChange(null)}
        />
        {templates.map((template) => (
          <Choice
            key={template.id}
            icon={iconById[template.id] ?? IconListCheck}
            name={template.name}
            summary={template.summary}
            chosen={value === template.id}
            onChoose={() => onChange(template.id)}
            steps={template.steps}
          />
        ))}
      </div>
    </div>
  );
};

const NO_STEPS: JourneyTemplate['steps'] = [];

interface ChoiceProps {
  readonly icon: Icon;
  readonly name: string;
  readonly summary: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly steps?: JourneyTemplate['steps'];
}

const Choice = ({ icon: ChoiceIcon, name, summary, chosen, onChoose, steps = NO_STEPS }: ChoiceProps): ReactElement => {
  const { t } = useTranslation('home');
  return (
    <div className={classes['choice']} data-chosen={chosen}>
      <UnstyledButton
        className={classes['pick']}
        role="radio"
        aria-checked={chosen}
        aria-label={name}
        onClick={onChoose}
      >
        <ChoiceIcon className={classes['pickIcon']} size={18} stroke={1.5} aria-hidden />
        <div>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {summary}
          </Text>
        </div>
      </UnstyledButton>
      {chosen && steps.length > 0 && (
        <ol className={classes['steps']} aria-label={t('template.steps', { name })}>
          {steps.map(({ slug, name: step, days }) => (
            <li key={slug} className={classes['step']}>
              <span>{step}</span>
              <Text span size="sm" c="dimmed" className="pl-number">
                {t('template.days', { count: days })}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
};
