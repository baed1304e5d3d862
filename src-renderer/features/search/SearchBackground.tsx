// Runs as long as the store is open: feeds the index, and opens the search on Ctrl+F or "/".
import { useEffect } from 'react';
import { startSearchFeed } from '../../data/search-feed.ts';
import { desktop } from '../../ports/desktop.ts';
import { useSession } from '../../sync/context.ts';
import { usePlace } from '../../ui/place-context.ts';
import { isTyping } from '../../ui/typing.ts';
import { tellIndexed } from '../../data/index-news.ts';
import { askForSearch, isSearchShortcut } from './search-keys.ts';

export const SEARCH_SCREEN = 'search';

export const SearchBackground = (): null => {
  const { store } = useSession();
  const { go } = usePlace();
  useEffect(() => startSearchFeed(store, desktop().ask, tellIndexed).stop, [store]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isSearchShortcut(event, isTyping(event.target))) return;
      event.preventDefault();
      go({ go: 'screen', screen: SEARCH_SCREEN });
      askForSearch();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go]);
  return null;
};
