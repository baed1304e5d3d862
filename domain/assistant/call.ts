// The commands that a proposal may come to: no other can be reached from a sentence. Nothing here shares, invites or deletes; only
// the words of a question to the web leave the device.
import type { z } from 'zod';
import { costAdd, costEdit } from '../commands/cost.ts';
import { decisionAdd, decisionTake } from '../commands/decision.ts';
import { budgetSet, journeyStart } from '../commands/journey.ts';
import { questionAsk } from '../commands/question.ts';
import { quoteAccept, quoteAdd } from '../commands/quote.ts';
import { recordRestore } from '../commands/record.ts';
import { stepAdd, stepChange, stepEdit } from '../commands/step.ts';
import { commentAdd } from '../commands/talk.ts';
import { reminderAdd, taskAdd, taskCheck } from '../commands/task.ts';
import { deedUndo } from '../commands/undo.ts';

export const callable = {
  'journey.start': journeyStart,
  'record.restore': recordRestore,
  'budget.set': budgetSet,
  'step.add': stepAdd,
  'step.edit': stepEdit,
  'step.change': stepChange,
  'cost.add': costAdd,
  'cost.edit': costEdit,
  'task.add': taskAdd,
  'task.check': taskCheck,
  'reminder.add': reminderAdd,
  'comment.add': commentAdd,
  'decision.add': decisionAdd,
  'decision.take': decisionTake,
  'quote.add': quoteAdd,
  'quote.accept': quoteAccept,
  'question.ask': questionAsk,
  'deed.undo': deedUndo,
} as const;

export type Call = {
  readonly [C in keyof typeof callable]: {
    readonly command: C;
    readonly input: z.input<(typeof callable)[C]['input']>;
  };
}[keyof typeof callable];
