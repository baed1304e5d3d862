// Work from the tray made anew, where none of it stands any more: the command of its kind, with all that a person had said.
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { parseBody } from '../../../domain/records/registry.ts';
import { onlySaid } from './only-said.ts';
import type { Retry } from './retry.ts';

/** A refused new record came back deleted, so its id is spent: the command makes another. */
export const madeAnew = ({ id: formerly, type, space, journey, parent, by, body, v }: AnyRecord): Retry | null => {
  const place = { space, journey, parent };
  switch (type) {
    case 'comment': {
      const read = parseBody('comment', body, v);
      if (!read.ok || parent === '') return null;
      const { text, place: where, mentions } = read.value;
      return { command: 'comment.add', input: { ...place, text, ...onlySaid({ place: where, mentions }) } };
    }
    case 'task': {
      const read = parseBody('task', body, v);
      if (!read.ok) return null;
      const { title, assignee, due, doneAt, isReminder, party } = read.value;
      const { list, pin, checklist, checked, proof, doneBy } = read.value;
      const done = doneAt === null ? {} : { doneAt };
      return isReminder === true && due !== null
        ? { command: 'reminder.add', input: { ...place, title, due, ...done } }
        : {
            command: 'task.add',
            input: { ...place, title, assignee, due, party, list, pin, checklist, checked, proof, doneBy, ...done },
          };
    }
    case 'log': {
      const read = parseBody('log', body, v);
      if (!read.ok) return null;
      const { day, people, weather, done, notes, minutes, photos, step } = read.value;
      return {
        command: 'log.add',
        input: { space, journey, day, people, weather, done, notes, minutes, photos, step },
      };
    }
    case 'message': {
      const read = parseBody('message', body, v);
      // What the assistant said is made anew, or is no longer of use.
      if (!read.ok || read.value.who === 'assistant') return null;
      const { text, step, attachments } = read.value;
      const id = `message_${crypto.randomUUID()}`;
      return {
        command: 'message.send',
        input: { conversation: parent, space, id, text, step, attachments, said: null },
      };
    }
    case 'decision': {
      const read = parseBody('decision', body, v);
      if (!read.ok) return null;
      const { question, alternatives, step, decided, deadline, agree } = read.value;
      const names = Object.values(alternatives).map(({ name }) => name);
      const at = decided === null ? -1 : Object.keys(alternatives).indexOf(decided.choice);
      // What another chose is not said in this person's name.
      const taken = decided === null || decided.by !== by || at < 0 ? {} : { decided: { place: at, why: decided.why } };
      const asked = { question, alternatives: names, step, ...onlySaid({ deadline: deadline ?? undefined, agree }) };
      return { command: 'decision.add', input: { journey, space, ...asked, ...taken } };
    }
    case 'alternative': {
      const read = parseBody('alternative', body, v);
      if (!read.ok || parent === '') return null;
      const { place: of, photos, cost, days, pros, cons, links } = read.value;
      return {
        command: 'decision.offer',
        input: { key: parent, place: of, set: { photos, cost, days, pros, cons, links } },
      };
    }
    case 'selection': {
      const read = parseBody('selection', body, v);
      if (!read.ok) return null;
      const { title, allowance, deadline, step, chosen } = read.value;
      const taken = chosen?.by === by ? { chosen } : {};
      return { command: 'selection.add', input: { journey, space, title, allowance, deadline, step, ...taken } };
    }
    case 'step': {
      const read = parseBody('step', body, v);
      if (!read.ok) return null;
      const { name, notes, startDate, durationDays, assignee } = read.value;
      const { state, blockedReason, dependsOn, startedAt, finishedAt, slug, deliveries, workDays } = read.value;
      const own = onlySaid({ state, blockedReason, dependsOn, startedAt, finishedAt, slug, deliveries, workDays });
      return { command: 'step.add', input: { journey, name, notes, startDate, durationDays, assignee, own } };
    }
    case 'cost': {
      const read = parseBody('cost', body, v);
      if (!read.ok) return null;
      const { description, amount, category, vendor, step, state, date, receipt } = read.value;
      const cost = { description, amount, category, vendor, step, state, date, receipt };
      const { kind, tax, dueDate, rate, against } = read.value;
      const more = onlySaid({ kind, tax, dueDate, rate, against });
      return { command: 'cost.add', input: { journey, space, ...cost, ...more } };
    }
    case 'quote': {
      const read = parseBody('quote', body, v);
      if (!read.ok) return null;
      const { vendor, total, currency, party, step, date } = read.value;
      const { title, number, validUntil, terms, lines, subtotal, discount, tax, document } = read.value;
      const rest = { title, number, validUntil, terms, lines, subtotal, discount, tax, document };
      const { start, days, replaces, revision } = read.value;
      return {
        command: 'quote.add',
        input: {
          journey,
          space,
          vendor,
          total,
          currency,
          party,
          step,
          date,
          rest,
          ...onlySaid({ start, days, replaces, revision }),
        },
      };
    }
    case 'photo': {
      const read = parseBody('photo', body, v);
      if (!read.ok) return null;
      const { sha, bytes, mime, name, preview, width, height, takenAt, thumb, look } = read.value;
      const { caption, room, turn, isFine, takenFix, steps, marks, pages, mail } = read.value;
      const file = { sha, bytes, mime, name, preview, width, height, takenAt, thumb, look };
      const photo = { ...file, caption, room, turn, isFine, takenFix, steps, marks, ...onlySaid({ mail }) };
      // Also of one that names no pages: it may be a page of another.
      const paper = pages == null ? { formerly } : { pages, formerly };
      return { command: 'photo.add', input: { ...place, ...photo, ...paper } };
    }
    case 'document': {
      const read = parseBody('document', body, v);
      if (!read.ok) return null;
      const { sha, bytes, mime, name, preview, title, pages, replaces, mail } = read.value;
      return {
        command: 'document.add',
        input: { ...place, sha, bytes, mime, name, preview, title, pages, ...onlySaid({ replaces, mail }) },
      };
    }
    case 'question': {
      const read = parseBody('question', body, v);
      if (!read.ok) return null;
      const { text, kind, step } = read.value;
      return { command: 'question.ask', input: { journey, text, kind, step, search: false } };
    }
    case 'finding': {
      const read = parseBody('finding', body, v);
      if (!read.ok) return null;
      const { url, title, site, snippet, kind, question, step } = read.value;
      const { state, tags, notes, prices, contact, contactedOn, answeredOn } = read.value;
      const own = onlySaid({ state, tags, notes, prices, contact, contactedOn, answeredOn });
      return { command: 'finding.save', input: { journey, url, title, site, snippet, kind, question, step, own } };
    }
    case 'change': {
      const read = parseBody('change', body, v);
      if (!read.ok) return null;
      // Nobody has signed the new one: it is proposed again from where it stands.
      const { title, why, amount, days, lines, step, against } = read.value;
      return { command: 'change.add', input: { journey, space, title, why, amount, days, lines, step, against } };
    }
    case 'baseline': {
      const read = parseBody('baseline', body, v);
      if (!read.ok) return null;
      const { name, day, steps } = read.value;
      return { command: 'baseline.keep', input: { journey, name, day, steps } };
    }
    case 'pair': {
      const read = parseBody('pair', body, v);
      if (!read.ok) return null;
      const { before, after, isPair, isTwice, align } = read.value;
      return {
        command: 'pair.say',
        input: { before, after, isPair: isPair ?? undefined, isTwice: isTwice ?? undefined, align: align ?? undefined },
      };
    }
    default:
      return null;
  }
};
