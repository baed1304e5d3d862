// Every command by name. The window, the assistant and tests run these and nothing else.
import type { z } from 'zod';
import { allocationSet } from './allocation.ts';
import { approvalSay } from './approval.ts';
import { changeAdd, changeEdit, changePlan } from './change.ts';
import type { AnyCommand } from './command.ts';
import { costAdd, costEdit, costHoldBack } from './cost.ts';
import { baselineEdit, baselineKeep } from './baseline.ts';
import { decisionAdd, decisionDrop, decisionEdit, decisionOffer, decisionTake, decisionVote } from './decision.ts';
import { comparisonPlace } from './comparison.ts';
import { budgetSet, journeyArchive, journeyEdit, journeyPurge, journeyStart, journeyUnarchive } from './journey.ts';
import { documentAdd, documentEdit, documentReplace, mediaLink, photoAdd, photoEdit, photoMark } from './media.ts';
import { logAdd, logEdit } from './log.ts';
import { messageAnswer, messageSend, messageTrash } from './message.ts';
import { pairSay } from './pair.ts';
import { paymentAdd, paymentEdit, paymentPaid, paymentShow } from './payment.ts';
import { photoMerge } from './merge-photos.ts';
import { photoApart, photoPages } from './photo-pages.ts';
import { householdSet, partyAdd, partyJoined, personSet } from './people.ts';
import { proposalAnswer } from './proposal.ts';
import { quoteAccept, quoteAdd, quoteRevise } from './quote.ts';
import { quoteEdit, readingFix, readingQuote, readingRemind } from './paper.ts';
import { findingEdit, findingLook, findingMark, findingPrice, findingSave, findingWant } from './finding.ts';
import { findingCost, findingSelect } from './finding-outcome.ts';
import { questionAnswer, questionAsk, questionEdit, questionSearch } from './question.ts';
import { readingAccept, readingDismiss, readingGuess, readingSave } from './reading.ts';
import { recordRestore, recordTrash } from './record.ts';
import { recordSettle, recordTakeBack } from './settle.ts';
import { photoLook, readingCorrect, readingSee } from './seen.ts';
import { savingDismiss } from './saving.ts';
import { decisionLink, decisionReapply, decisionRollback } from './rollback.ts';
import { selectionAdd, selectionChoose, selectionEdit } from './selection.ts';
import { recordShare } from './share.ts';
import { splitRepay, splitSet } from './split.ts';
import { stepAdd, stepChange, stepDeliver, stepEdit, stepPlace } from './step.ts';
import { stepPlan } from './step-plan.ts';
import { stepWeek } from './step-week.ts';
import { commentAdd, commentEdit } from './talk.ts';
import {
  reminderAdd,
  taskAdd,
  taskCheck,
  taskEdit,
  taskItem,
  taskProve,
  taskSendBack,
  taskTick,
  taskVerify,
} from './task.ts';
import { deedUndo } from './undo.ts';

export const commands = {
  'journey.start': journeyStart,
  'journey.edit': journeyEdit,
  'journey.archive': journeyArchive,
  'journey.unarchive': journeyUnarchive,
  'journey.purge': journeyPurge,
  'budget.set': budgetSet,
  'step.add': stepAdd,
  'step.edit': stepEdit,
  'step.place': stepPlace,
  'step.change': stepChange,
  'step.plan': stepPlan,
  'step.week': stepWeek,
  'step.deliver': stepDeliver,
  'baseline.keep': baselineKeep,
  'baseline.edit': baselineEdit,
  'cost.add': costAdd,
  'cost.edit': costEdit,
  'cost.holdBack': costHoldBack,
  'split.set': splitSet,
  'split.repay': splitRepay,
  'saving.dismiss': savingDismiss,
  'task.add': taskAdd,
  'task.edit': taskEdit,
  'task.check': taskCheck,
  'task.item': taskItem,
  'task.tick': taskTick,
  'task.prove': taskProve,
  'task.verify': taskVerify,
  'task.sendBack': taskSendBack,
  'log.add': logAdd,
  'log.edit': logEdit,
  'reminder.add': reminderAdd,
  'comment.add': commentAdd,
  'comment.edit': commentEdit,
  'photo.add': photoAdd,
  'photo.edit': photoEdit,
  'photo.mark': photoMark,
  'photo.merge': photoMerge,
  'photo.pages': photoPages,
  'photo.apart': photoApart,
  'document.add': documentAdd,
  'document.edit': documentEdit,
  'document.replace': documentReplace,
  'media.link': mediaLink,
  'photo.look': photoLook,
  'pair.say': pairSay,
  'reading.save': readingSave,
  'reading.guess': readingGuess,
  'reading.accept': readingAccept,
  'reading.dismiss': readingDismiss,
  'reading.fix': readingFix,
  'reading.see': readingSee,
  'reading.correct': readingCorrect,
  'reading.quote': readingQuote,
  'reading.remind': readingRemind,
  'quote.edit': quoteEdit,
  'quote.add': quoteAdd,
  'quote.accept': quoteAccept,
  'quote.revise': quoteRevise,
  'allocation.set': allocationSet,
  'comparison.place': comparisonPlace,
  'change.add': changeAdd,
  'change.edit': changeEdit,
  'change.plan': changePlan,
  'approval.say': approvalSay,
  'payment.add': paymentAdd,
  'payment.edit': paymentEdit,
  'payment.show': paymentShow,
  'payment.paid': paymentPaid,
  'decision.add': decisionAdd,
  'decision.take': decisionTake,
  'decision.edit': decisionEdit,
  'decision.vote': decisionVote,
  'decision.offer': decisionOffer,
  'decision.drop': decisionDrop,
  'decision.link': decisionLink,
  'decision.rollback': decisionRollback,
  'decision.reapply': decisionReapply,
  'selection.add': selectionAdd,
  'selection.edit': selectionEdit,
  'selection.choose': selectionChoose,
  'message.send': messageSend,
  'message.answer': messageAnswer,
  'message.trash': messageTrash,
  'proposal.answer': proposalAnswer,
  'question.ask': questionAsk,
  'question.edit': questionEdit,
  'question.search': questionSearch,
  'question.answer': questionAnswer,
  'finding.save': findingSave,
  'finding.edit': findingEdit,
  'finding.mark': findingMark,
  'finding.look': findingLook,
  'finding.want': findingWant,
  'finding.price': findingPrice,
  'finding.cost': findingCost,
  'finding.select': findingSelect,
  'record.trash': recordTrash,
  'record.restore': recordRestore,
  'record.share': recordShare,
  'record.settle': recordSettle,
  'record.takeBack': recordTakeBack,
  'person.set': personSet,
  'household.set': householdSet,
  'party.add': partyAdd,
  'party.joined': partyJoined,
  'deed.undo': deedUndo,
} as const satisfies Readonly<Record<string, AnyCommand>>;

export type CommandName = keyof typeof commands;
export type CommandOf<C extends CommandName> = (typeof commands)[C];
export type CommandInput<C extends CommandName> = z.input<CommandOf<C>['input']>;
