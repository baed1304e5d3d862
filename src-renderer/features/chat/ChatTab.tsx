// A journey's talk: the conversation with the family, everyone or one contractor, who reads it said above; and the comments on the journey.
import { SegmentedControl, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { idOfKey, typeOfId, type RecordId, type SpaceId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import { AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { journeyPlace } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { useSlots } from '../../ui/slots.ts';
import { useAudience } from '../../ui/use-audience.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';
import { Chat } from './Chat.tsx';
import classes from './chat.module.css';
import { useHouseRecords } from './use-house-records.ts';
import { useJourneyThread } from './use-thread.ts';

/** Messages read at first, and each time one goes further back. */
const PAGE = 200;
const EXAMPLES = ['next', 'spent', 'done', 'task'];

const VIEWS = ['conversation', 'comments'] as const;
type View = (typeof VIEWS)[number];

export const ChatTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('chat');
  const { journeyComments: Comments } = useSlots();
  const [view, choose] = useView(journey.id);
  const switcher = (
    <SegmentedControl
      size="xs"
      aria-label={t('view.label')}
      value={view}
      onChange={choose}
      data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
    />
  );
  if (view === 'conversation' || Comments === null) return <Conversation journey={journey} switcher={switcher} />;
  return (
    <div className={classes['chat']}>
      <header className={classes['head']}>{switcher}</header>
      <div className={classes['comments']}>
        <Comments journey={journey} />
      </div>
    </div>
  );
};

/** What was chosen last, unless something was looked for that stands in the other. */
const useView = (journey: RecordId): readonly [View, (view: View) => void] => {
  const [kept, keep] = useSetting<View>(`talk-view:${journey}`, 'conversation');
  const { place } = usePlace();
  const at = journeyPlace(place, journey).at ?? null;
  const [passed, setPassed] = useState<string | null>(null);
  const looked = at === null || at === passed ? undefined : VIEW_BY_TYPE[typeOfId(idOfKey(at))];
  const choose = (view: View): void => {
    setPassed(at);
    keep(view);
  };
  return [looked ?? kept, choose];
};

const VIEW_BY_TYPE: Readonly<Record<string, View>> = { comment: 'comments', message: 'conversation' };

interface ConversationProps {
  readonly journey: RecordOf<'journey'>;
  readonly switcher: ReactElement;
}

const Conversation = ({ journey, switcher }: ConversationProps): ReactElement => {
  const own = useOwnSpace(journey);
  const choices = useAudienceChoices(journey);
  const [chosen, choose] = useSetting<SpaceId | null>(`chat-with:${journey.id}`, null);
  const [latest, setLatest] = useState(PAGE);
  const space = choices.find((choice) => choice === chosen) ?? own;
  const records = useHouseRecords();
  const thread = useJourneyThread(journey, { space, latest });
  const audience = useAudience(journey.id)(space);
  return (
    <div className={classes['chat']}>
      <header className={classes['head']}>
        {switcher}
        <AudiencePicker journey={journey.id} space={space} choices={choices} onChoose={choose} />
        <Text size="xs" c="dimmed" truncate>
          {audience.sentence}
        </Text>
      </header>
      {records === null || thread === null ? (
        <Loading rows={4} height={48} />
      ) : (
        <Chat
          key={space}
          thread={thread}
          records={records}
          journey={journey}
          onEarlier={thread.messages.length >= latest ? () => setLatest(latest + PAGE) : null}
          examples={EXAMPLES}
        />
      )}
    </div>
  );
};
