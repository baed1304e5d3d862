// The daily log: a day on the site is written down, and put right later.
import { z } from 'zod';
import { spaceId } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { logBody } from '../records/log.ts';
import { made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const { day, people, weather, done, notes, minutes, photos, step } = logBody.shape;
const fields = { day, people, weather, done, notes, minutes, photos, step };

export const logAdd = defineCommand({
  name: 'log.add',
  input: z.object({
    space: spaceId,
    journey: journeyId,
    day,
    people: people.optional(),
    weather: weather.optional(),
    done: done.optional(),
    notes: notes.optional(),
    minutes: minutes.optional(),
    photos: photos.optional(),
    step: step.optional(),
  }),
  needs: () => [],
  plan: (_reads, { space, journey, day: on, ...said }, { newId }) => {
    const body = {
      day: on,
      people: said.people ?? '',
      weather: said.weather ?? '',
      done: said.done ?? '',
      notes: said.notes ?? '',
      minutes: said.minutes ?? null,
      photos: said.photos ?? [],
      step: said.step ?? null,
    };
    return ok([made({ space, id: newId('log'), type: 'log', journey, parent: '', body })]);
  },
});

export const logEdit = defineEdit({ name: 'log.edit', type: 'log', fields });
