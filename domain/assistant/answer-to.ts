// Answers a question from the person's own records, with links to them: one file in answers/ for each of what it may be about.
import { exhaustive } from '../kernel/exhaustive.ts';
import type { Question } from './acts.ts';
import { changesOf, committedTo, sharesOf, signingFor } from './answers/agreed.ts';
import type { Facts } from './answers/facts.ts';
import { leftOf, owedTo, spentOn } from './answers/money.ts';
import { photosOf } from './answers/photos.ts';
import { quotesOf } from './answers/quotes.ts';
import { lateOf, nextOf, statusOf, stuckOf, whenDone } from './answers/steps.ts';
import { openDecisionsOf, tasksOf, waitingFor } from './answers/tasks.ts';
import type { Answer } from './reply.ts';

export const answerTo = (question: Question, facts: Facts): Answer => {
  switch (question.question) {
    case 'next':
      return nextOf(facts);
    case 'whenDone':
      return whenDone(question.step ?? null, facts);
    case 'left':
      return leftOf(question.step ?? null, facts);
    case 'status':
      return statusOf(question.step ?? null, facts);
    case 'spent':
      return spentOn(question, facts);
    case 'search':
      // Its hits come from the index, which whoever asks has at hand.
      return { question: 'search', words: question.words, hits: [] };
    case 'photos':
      return photosOf(question, facts);
    case 'owed':
      return owedTo(question.payee, facts);
    case 'tasks':
      return tasksOf(question.assignee, facts);
    case 'quotes':
      return quotesOf(question, facts);
    case 'late':
      return lateOf(facts);
    case 'stuck':
      return stuckOf(facts);
    case 'decisions':
      return openDecisionsOf(facts);
    case 'waiting':
      return waitingFor(facts);
    case 'signing':
      return signingFor(facts);
    case 'committed':
      return committedTo(question, facts);
    case 'changes':
      return changesOf(question, facts);
    case 'shares':
      return sharesOf(question.person ?? null, facts);
    default:
      return exhaustive(question);
  }
};
