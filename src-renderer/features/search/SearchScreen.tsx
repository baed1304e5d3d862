// One field that finds everything: steps, photos and what is written in them, documents, costs, talk.
import { Select, Text, TextInput } from '@mantine/core';
import { IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { parseQuestion } from '../../../domain/search/question.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import { FilterList } from './FilterList.tsx';
import { canBeLike, groupHits } from './hits.ts';
import { HitRow } from './HitRow.tsx';
import { LikeResults, type Like } from './LikeResults.tsx';
import { onSearchAsked } from './search-keys.ts';
import { MOST_LETTERS, useSearch } from './use-search.ts';
import classes from './search.module.css';

export const SearchScreen = (): React.JSX.Element => {
  const { t } = useTranslation('search');
  const textOf = useFailureText();
  // Kept on the device: going to a result and back does not lose what was searched for.
  const [text, setText] = useSetting('search:text', '');
  const [scope, setScope] = useSetting<string | null>('search:journey', null);
  const [like, setLike] = useSetting<Like | null>('search:like', null);
  const journeys = useRecords({ type: 'journey' });
  const field = useRef<HTMLInputElement>(null);
  const { hits, failure } = useSearch(text, scope);

  useEffect(() => {
    const focus = (): void => field.current?.select();
    focus();
    return onSearchAsked(focus);
  }, []);

  const nameByJourney = new Map((journeys ?? []).map(({ id, body }) => [id, body.name]));
  const why = failure === null ? null : textOf(failure);
  const question = parseQuestion(text.trim(), today());
  const results = (
    <>
      <FilterList question={question} />
      {why !== null && <EmptyState icon={IconZoomQuestion} title={why.sentence} text={why.remedy} />}
      {why === null && text.trim() === '' && (
        <EmptyState icon={IconSearch} title={t('hint.title')} text={t('hint.text')}>
          <Text size="sm" c="dimmed" ta="center" maw={420}>
            {t('hint.filters')}
          </Text>
        </EmptyState>
      )}
      {why === null && text.trim() !== '' && hits?.length === 0 && (
        <EmptyState icon={IconZoomQuestion} title={t('none.title')} text={t('none.text', { text: text.trim() })} />
      )}
      {hits !== null && hits.length > 0 && (
        <Text size="sm" c="dimmed" px="md" pt="sm" role="status">
          {t('count', { count: hits.length })}
        </Text>
      )}
      {groupHits(hits ?? []).map(({ type, hits: mine }) => (
        <section key={type} aria-label={t(`type.${type}`)}>
          <Text component="h3" size="sm" fw={600} c="dimmed" className={classes['group']}>
            {t(`type.${type}`)}
          </Text>
          {mine.map((hit) => (
            <HitRow
              key={hit.key}
              hit={hit}
              journey={nameByJourney.get(hit.journey) ?? ''}
              asked={question.text}
              onLike={canBeLike(hit.type) ? (title) => setLike({ keys: [hit.key], title }) : null}
            />
          ))}
        </section>
      ))}
    </>
  );
  return (
    <div className={classes['screen']}>
      <header className={classes['head']}>
        <TextInput
          ref={field}
          type="search"
          size="md"
          aria-label={t('field')}
          placeholder={t('placeholder')}
          leftSection={<IconSearch size={18} stroke={1.75} />}
          value={text}
          maxLength={MOST_LETTERS}
          onChange={(event) => {
            setLike(null);
            setText(event.currentTarget.value);
          }}
        />
        <Select
          size="md"
          aria-label={t('scope')}
          placeholder={t('everywhere')}
          data={[...nameByJourney].map(([value, label]) => ({ value, label }))}
          value={scope}
          clearable
          onChange={setScope}
        />
      </header>
      <div className={classes['results']} role="region" aria-label={t('results')}>
        {like !== null && <LikeResults like={like} nameByJourney={nameByJourney} onBack={() => setLike(null)} />}
        {like === null && results}
      </div>
    </div>
  );
};
