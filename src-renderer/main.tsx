// Starts the page: styles, words, then the app.
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
// In a layer of their own, so that what is written here wins wherever it is loaded.
import './ui/theme.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWallClock } from '../domain/kernel/calendar.ts';
import { App } from './app/App.tsx';
import { startWords } from './i18n/i18n.ts';
import { wallClock } from './ui/wall-clock.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

startWallClock(wallClock);
await startWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
