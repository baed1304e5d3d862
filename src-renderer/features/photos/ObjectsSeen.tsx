// The things that a photo shows, each to be taken off, and others to be added.
import { Group, Pill, Select, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSeenObject, OBJECTS, type SeenObject, type StandingObject } from '../../../domain/pictures/objects.ts';
import classes from './seen.module.css';

interface ObjectsSeenProps {
  readonly objects: readonly StandingObject[];
  readonly onSay: (is: SeenObject, isThere: boolean) => void;
}

export const ObjectsSeen = ({ objects, onSay }: ObjectsSeenProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const nameOf = (is: SeenObject): string => t(`seen.objectNames.${is}`);
  const others = OBJECTS.filter((is) => !objects.some((one) => one.is === is));
  return (
    <>
      {objects.length > 0 && (
        <Group gap={6} pt={6} mb={6}>
          {objects.map(({ is, sure, isSaid }) => (
            <Tooltip key={is} label={t('seen.objectSure', { name: nameOf(is), sure })} disabled={isSaid} zIndex={500}>
              <Pill
                className={classes['thing']}
                withRemoveButton
                // Mantine hides it from keyboards, since its own fields have Backspace for it.
                removeButtonProps={{
                  'aria-label': t('seen.noObject', { name: nameOf(is) }),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => onSay(is, false)}
              >
                {nameOf(is)}
              </Pill>
            </Tooltip>
          ))}
        </Group>
      )}
      <Select
        // Empty again after each: what was chosen stands above.
        key={others.join(' ')}
        aria-label={t('seen.addObject')}
        placeholder={t('seen.addObject')}
        data={others.map((value) => ({ value, label: nameOf(value) }))}
        value={null}
        searchable
        comboboxProps={{ zIndex: 500 }}
        onChange={(chosen) => {
          if (chosen !== null && isSeenObject(chosen)) onSay(chosen, true);
        }}
      />
    </>
  );
};
