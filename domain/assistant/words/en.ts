// English words by what they tell the reader.
import type { CueWords } from './cues.ts';

export const EN: CueWords = {
  fill: 'the, a, an, our, my, this, that, these, those, please, pls, plz, now, then, just, also, already, finally, so, well, hey, hi, hello, ok, okay, great, good news, yes, yeah, we, i, they, you, us, and, really, still, all, whole, right, right now, again, actually, officially, completely, fully, totally, at last, by the way, btw, everything, of, with, im, ive, were, weve, theyve, hes, lets, let, there, here, in there, today, properly, exactly, only, currently, about, around, roughly, approximately, ca, circa, approx, some, new today, both, instead, thing, go ahead and, go ahead, quickly, first, straight away, soon, immediately, up, me, em, oh, ah, right away, as well as, hurray, yay, it all, for us, for me, over, out, its, thats, theres, oops, whoops, sorry, wait, time to, its time to, cash, in cash, by card, in full, by bank transfer, in the end',
  be: 'is, are, was, were, be, been, being, has, have, had, has been, have been, got, get, gets, getting, do, did, does, am, isnt it, to be',
  will: 'will, shall, going to, gonna, is going to, are going to, can, should be, should, is to, is due to, due to, will be, needs to be, must be, has to be, have to be, is supposed to, are supposed to, is scheduled to, ill, well',
  too: 'too, as well, also',
  it: 'it, that, that one, them, this one, this, the same, its, thats',
  him: 'him, her, he, she, his, hers',
  me: 'me, myself',
  light:
    'mark, mark as, set to, put, set, call, consider, declare, move to, flag, tick, leave, make, as, to, in, on, for, from, at, into, under, down as, log, record, note, take, bring, off, marked, marked as',
  begin:
    'start, begin, kick off, get going with, get going on, get started on, get started with, get started, get on with, crack on with, starts, begins, start on, start with, begin with, begin on, start work on, go on with, kicks off, get cracking on, make a start on, starting, beginning, commence, launch, tackle, dive into, get into, get going',
  began:
    'started, began, begun, kicked off, under way, underway, in progress, has started, have started, is on, got going on, started on, started with, ongoing, commenced, got started on, on the go, working on, busy with, have begun, has begun, started work on, in full swing, made a start on',
  done: 'done, finished, complete, completed, ready, all done, all finished, wrapped up, sorted, through, over and done with, done and dusted, done with, finished with, through with, ticked off, closed',
  finish:
    'finish, complete, finish off, wrap up, finish up, close, close off, close out, sign off, ends, end, finishes, finishing, completes, be done, be finished, be ready, be complete, be completed, finalise, finalize, tick off, check off, cross off, cross, tick, deadline for, deadline, knock off, tie up',
  skip: 'skip, skipped, leave out, omit, skip over, drop, pass on, leave off, do without, jump over, skipping, left out, cut out, pass over, jump, forgo, ignore, miss out, can go, isnt needed, not needed, skips',
  reopen:
    're open, reopen, reopened, unblock, unblocked, open up again, open again, reactivate, take up again, no longer blocked, not blocked anymore, not blocked any more, no longer on hold, off hold, isnt blocked anymore, isnt blocked any more, no longer stuck, not on hold anymore, not on hold any more, unpause, unskip, un skip, can go ahead again, undo the skip of, not blocked any longer, not stuck anymore, free again, isnt on hold anymore, isnt on hold any more, arent blocked anymore, lift the block on, lift the block from, remove the block on, remove the block from, take off hold, opened again, be opened again, undo the block on, undo the block, lift the block',
  block:
    'cant go on, cant go on with, cant continue, cant continue with, cant carry on, cant carry on with, cant proceed, cant proceed with, cant go ahead, cant go ahead with, cant move on, cant move on with, cant keep going, cant keep going with, cant progress, cant progress with, can not go on, can not go on with, can not continue, can not continue with, can not carry on, can not carry on with, can not proceed, can not proceed with, can not go ahead, can not go ahead with, can not move on, can not move on with, can not keep going, can not keep going with, can not progress, can not progress with, cannot go on, cannot go on with, cannot continue, cannot continue with, cannot carry on, cannot carry on with, cannot proceed, cannot proceed with, cannot go ahead, cannot go ahead with, cannot move on, cannot move on with, cannot keep going, cannot keep going with, cannot progress, cannot progress with, couldnt go on, couldnt go on with, couldnt continue, couldnt continue with, couldnt carry on, couldnt carry on with, couldnt proceed, couldnt proceed with, couldnt go ahead, couldnt go ahead with, couldnt move on, couldnt move on with, couldnt keep going, couldnt keep going with, couldnt progress, couldnt progress with, could not go on, could not go on with, could not continue, could not continue with, could not carry on, could not carry on with, could not proceed, could not proceed with, could not go ahead, could not go ahead with, could not move on, could not move on with, could not keep going, could not keep going with, could not progress, could not progress with, unable to go on, unable to go on with, unable to continue, unable to continue with, unable to carry on, unable to carry on with, unable to proceed, unable to proceed with, unable to go ahead, unable to go ahead with, unable to move on, unable to move on with, unable to keep going, unable to keep going with, unable to progress, unable to progress with, block, blocked, on hold, stuck, stuck on, stuck with, held up, halted, paused, pause, hold, stalled, at a standstill, on ice, stopped, blocking, come to a halt, hold up, halt, stall, jammed, put on hold, delayed, at a halt, suspended, suspend',
  waiting: 'waiting for, waiting on, is waiting for, awaiting, waits for',
  goon: 'continue, resume, carry on, carry on with, continue with, go on with, going again, back to work on, resumed, resume work on, keep going with, pick up, can continue, can go on, can resume, goes on, continues, go on, back on, get back to, moving again, restart, restarted, take up, going',
  stepNoun: 'step, steps, stage, phase, work, works, job, part',
  plan: 'plan, schedule, scheduled, planned, move, push, shift, postpone, bring forward, delay, reschedule, put off, moved, pushed, postponed, book in, pencil in, set, move back, push back, put back, rescheduled, runs, goes, run, go, takes place, happens, dates, is on, are on, pushed back, moves, pull forward, take place, taking place, bring, forward, back, brought forward',
  because: 'because, because of, since, due to, cause, cos, cuz, owing to, on account of, thanks to',
  after:
    'after, behind, following, right after, straight after, just after, directly after, to come after, coming after',
  beforeStep: 'before, ahead of, in front of, right before, just before',
  pay: 'paid, pay, settled, settle, paid for, paid off, pay for, have paid, transferred, transfer, paying, paid out, payed, payed for, pay off, wired, coughed up, squared, cleared the bill for, got paid, gave, handed',
  bought:
    'bought, purchased, spent, picked up, bought in, spent on, have bought, ordered and paid, payed, forked out, shelled out, got',
  add: 'add, put, enter, record, log, book, put in, put down, add in, note down, plus, include, another, charge, register, adding, chuck in, stick, post, set up, create, insert, there is, theres, we need, we need to have, needs, need, throw in, jot down, i need, want, i want, wed like, id like, set aside, write down',
  set: 'set, make, fix, put, raise to, change to, set at, should be, is now, is, allow, allocate, assign, reserve, cap, limit, capped at, gets, give, update, lets say, earmark, adjust, keep, plan, change, total, goes to, bring',
  raise:
    'raise, increase, up, bump, bump up, raised, increased, lift, add, top up, extend, put up, boost, raise it, bumped, went up, goes up, upped, grow, expand, on top',
  lower:
    'lower, reduce, cut, decrease, bring down, trim, reduced, lowered, take, subtract, drop, slash, shrink, knock, deduct, take off, off, come down',
  change: 'change, correct, update, amend, adjust, fix, changed, set, make, edit, updated, corrected, modify, revise',
  costs:
    'costs, cost, is, are, was, were, came to, comes to, come to, went up to, is now, are now, now costs, now cost, turned out to be, turned out, turned out at, ended up at, ended up, ended up costing, ended up being, will cost, will be, comes in at, came in at, came out at, works out at, amounts to, amounted to, has gone up to, have gone up to, price, went down to, are going to cost, is going to cost, now',
  costNoun: 'cost, costs, expense, expenses, item, cost item, payment, purchase, spend, spending',
  budget: 'budget, budgets, the total budget, overall budget, total budget, spending limit, spending cap',
  bill: 'bill, bills, invoice, invoices, it, them, something, a bill, an invoice, cost, costs',
  allot:
    'allocate, allot, earmark, reserve, set aside, assign, budget, ringfence, ring fence, gets, give, keep aside, allow, put aside, aside, limit, limit to',
  byAmount: 'by, another, an extra, extra, an additional, more',
  toAmount: 'to, at, of, is, is now, now, as, will be, total',
  each: 'each, per, apiece, a piece, per piece, per metre, a metre, per hour, an hour, a day, per day',
  quote: 'quote, quotes, quotation, estimate, bid, offer, tender, proposal, price',
  quoted:
    'quotes, quoted, offers, offered, estimates, estimated, bids, bid, came back with, quotes us, quoted us, offered us, wants, asks, charges, came in at, offers us, is asking, would charge, would do it for, says its, sent a quote, sent us a quote, gave us a quote, gave us',
  accept:
    'accept, accepted, approve, approved, take, take up, agree to, sign, ok, okay, say yes to, go with, go for, confirm, take on, accepting, signed, lets go with, agreed to, agreed, going with, went with, choose, yes to, sign off, confirmed, green light',
  decision:
    'decision, new decision, open decision, open question, question, choice, to decide, still to decide, to be decided, undecided, needs deciding, still undecided, not decided yet, not yet decided, add a decision, add decision, decide, decide on, decide about, decide between, decision needed, decision on, decision about, we need to decide, we have to decide, we still have to decide, we still need to decide, we must decide, need to decide, have to decide, must decide, still have to decide, still need to decide, we need to choose, we have to choose, we still need to choose, we still have to choose, still need to choose, still have to choose, we need to pick, we still need to pick, we must choose, which one, tbd, needs a decision, decision to make, pending decision, must still decide, we must still decide',
  decide:
    'decided, decided on, decided for, settled on, chose, chosen, picked, opted for, settled for, decision taken, went for, decided to take, decided to go with, decide for, have decided on, weve decided on, agreed on, gone for, gone with, final decision, final choice, have gone for, weve gone for, winner',
  take: 'take, go with, go for, choose, pick, going with, going for, its, it is, it will be, itll be, taking, went with, use, have, will take, ill take, well take, well have, we are taking, opt for, select, settle on, will be, we want, want, getting, well go with, well go for, it has to be, its going to be, will have, is going to be, we are having',
  task: 'todo, to do, task, tasks, new task, todos, add a task, add task, add todo, add a todo, job, create a task, action, action item, new todo, add to the list, put on the list, on the list, chore, to do list, task list, put down, assignment, errand',
  must: 'has to, must, needs to, have to, need to, has got to, is to, ought to, gotta, is supposed to, will have to',
  iMust:
    'i have to, i must, i need to, ive got to, ive to, i gotta, i got to, i still have to, i still need to, i should remember to, i will have to, ill have to, i also have to, i also need to, i have got to, im supposed to, i still must, im to',
  weMust:
    'we have to, we must, we need to, weve got to, somebody has to, someone has to, someone must, somebody must, someone needs to, somebody needs to, we still have to, we still need to, we gotta, it has to, we also have to, we also need to, we have got to, we will have to, well have to, one of us has to, one of us must, we should remember to',
  tick: 'tick off, check off, ticked off, checked off, cross off, crossed off, tick, did, cross out, complete, done, finish, close, mark as done, finished, completed, strike off, has been, is done, are done, all done, mark as complete',
  remind:
    'remind me, reminder, reminder for, set a reminder, set a reminder for, add a reminder, remember to remind me, new reminder, ping me, nudge me, alert me, add reminder, set reminder, give me a reminder, a reminder, remember me, give me a nudge, give me a shout, set me a reminder, make me a reminder, put a reminder, make a reminder, notify me, put in a reminder, create a reminder',
  note: 'note, note that, comment, notes, add a note, add a comment, add note, add comment, make a note, make a note that, remark, for the record, write down that, jot down, jot down that, leave a note, leave a comment, new note, new comment, fyi, nb, note down, note down that, please note, please note that, put a note, put a comment, take a note, take note, take note that, add a remark, write a note, write down, keep in mind, write, log that, record that, for the notes, memo, observation, leave a remark, post a comment, write in the notes, jot',
  for: 'for, to, on, under, at, into, in, about, against',
  by: 'by, from, of',
  purpose: 'for',
  inside: 'to, on, for, under, at, in, into, against, onto, within, towards, during, of, with',
  of: 'of, for, from, by',
  or: 'no, no wait, wait no, i mean, sorry i mean, make that, or, versus, vs, or maybe, or rather, or perhaps, or else, or possibly',
  and: 'and, then, and then, plus, also, and also, after that, but, afterwards, &, as well as, while, so',
  open: 'open, switch to, go to, go back to, back to, take me to, jump to, bring up, show me, show, resume, continue with, switch over to, change to, go into, return to, pull up, open up, lets look at, look at, load, move to, move on to, switch back to, lets go to, lets do, enter, over to, take us to, get me to, lets open, carry on with, continue, select',
  project:
    'project, journey, renovation, refurbishment, remodel, remodelling, remodeling, refurb, makeover, renovating, redo, upgrade, conversion, projects, reno, revamp, overhaul, renovations',
  renovate:
    'redo, renovate, remodel, refurbish, do up, redoing, gut, upgrade, modernise, modernize, rebuild, revamp, renew, renovating, remodelling, overhaul, doing up, refit, redesign, refurbishing, replace, update, rip out, convert, transform',
  repaint:
    'repaint, repainting, paint, painting, redecorate, redecorating, freshly paint, a repaint, decorate, paint job',
  want: 'want, want to, would like to, would like, id like to, id like, wed like to, wed like, plan, plan to, planning to, going to, start, begin, create, set up, lets, set up a, need, need to, we want, new, kick off, launch, am going to, are going to, planning, make, intend to, we are planning, hoping to, looking to, thinking of starting, begin planning, decided to, have decided to, its time to, time to, add, gonna, start planning, begin a, arrange, organise, organize, undertake',
  new: 'new, another, extra, additional, one more, a further, further, missing, a new, fresh',
  called:
    'called, call it, named, name it, name, titled, with the name, by the name of, under the name, known as, title',
  room: 'bedroom, bedrooms, living room, lounge, hallway, hall, nursery, study, office, dining room, stairs, staircase, landing, kids room, childs room, childrens room, guest room, attic, basement, cellar, loft, garage, house, flat, walls, room, rooms, downstairs, upstairs, ensuite, en suite, main, small, old, guest, master, apartment, ground floor, home, place, whole, spare room, utility room, wall, tired, dated, big, little',
  contractor:
    'contractor, contractors, tradesman, tradesperson, builder, builders, workman, tradesmen, tradespeople, craftsman, company, firm, workmen',
  undo: 'undo, undo that, undo it, undo this, take that back, take it back, revert, revert that, undo the last, undo the last thing, undo the last change, undo last change, undo the last one, undo what i just did, undo my last change, go back one step, scrap that, roll that back, roll back, undo last, reverse that, revert the last change, undo my last, cancel that, take back the last change, undo the last action, undo last action, put that back, put it back, reverse the last change, undo the last step, take back what i said, that was wrong, that was a mistake, my mistake, strike that, revert it, roll it back',
  not: 'not, dont, do not, doesnt, didnt, isnt, arent, wasnt, werent, havent, hasnt, hadnt, wont, cant, cannot, couldnt, wouldnt, shouldnt, never, no need, no longer need, without, neednt, mustnt, nor, neither, nothing, nobody, aint, not yet, hold off, hold off on, avoid, refuse, rather than, no one, none, no more, no way, stop, fails to, failed to, unable, far from, nowhere near, nope, no reason, almost, nearly, half, barely, hardly, not quite, refused, yet to, instead of, dnt, isn, forgot, forget, forgotten, neglected',
  cannot:
    'cant go on, cant go on with, cant continue, cant continue with, cant carry on, cant carry on with, cant proceed, cant proceed with, cant go ahead, cant go ahead with, cant move on, cant move on with, cant keep going, cant keep going with, cant progress, cant progress with, can not go on, can not go on with, can not continue, can not continue with, can not carry on, can not carry on with, can not proceed, can not proceed with, can not go ahead, can not go ahead with, can not move on, can not move on with, can not keep going, can not keep going with, can not progress, can not progress with, cannot go on, cannot go on with, cannot continue, cannot continue with, cannot carry on, cannot carry on with, cannot proceed, cannot proceed with, cannot go ahead, cannot go ahead with, cannot move on, cannot move on with, cannot keep going, cannot keep going with, cannot progress, cannot progress with, couldnt go on, couldnt go on with, couldnt continue, couldnt continue with, couldnt carry on, couldnt carry on with, couldnt proceed, couldnt proceed with, couldnt go ahead, couldnt go ahead with, couldnt move on, couldnt move on with, couldnt keep going, couldnt keep going with, couldnt progress, couldnt progress with, could not go on, could not go on with, could not continue, could not continue with, could not carry on, could not carry on with, could not proceed, could not proceed with, could not go ahead, could not go ahead with, could not move on, could not move on with, could not keep going, could not keep going with, could not progress, could not progress with, unable to go on, unable to go on with, unable to continue, unable to continue with, unable to carry on, unable to carry on with, unable to proceed, unable to proceed with, unable to go ahead, unable to go ahead with, unable to move on, unable to move on with, unable to keep going, unable to keep going with, unable to progress, unable to progress with',
  noLonger: 'no longer, not anymore, not any more, anymore, any more, any longer',
  if: 'if, once, unless, as soon as, in case, provided, assuming, suppose, supposing, whenever, as long as, when, until, depending, in the event, only when, only if, otherwise, whether, provided that, the moment, when the, wait until, even if, subject to, given that, should the, in that case',
  said: 'said, says, thinks, told, reckons, believes, suggests, suggested, thought, according to, claims, claimed, mentioned, recommends, recommended, asked, asks, wants me to, wants us to, wants, wrote, heard, apparently, asked me to, told me to, told us, advised, advises, insists, proposed, proposes, hopes, hoped, promised, promises, guesses, feels, expects, supposedly, allegedly, wonders, wondered, announced, assumes, insisted, asked us to, wanted, would prefer, would like us, prefers, keeps saying, tells me, tells us, warned, warns, rumour has it',
  maybe:
    'maybe, perhaps, might, could, thinking of, thinking about, considering, possibly, probably, wondering, not sure, unsure, i think, we think, i guess, i suppose, hopefully, wish, i wish, what about, how about, would, id rather, imagine, in theory, theoretically, hypothetically, let us say, say we, someday, one day, eventually, i believe, i hope, we hope, dreaming of, tempted to, may, ideally, sort of, kind of, might be, seems, looks like, we should, i should, you should, they should, should have, feel like, wondered, had better, would have, could have, should have, toying with, mulling',
  advice:
    'should i, should we, shall i, shall we, can i, can we, may i, may we, could i, could we, must i, must we, do i have to, do we have to, do i need to, do we need to, would it, is it ok, is it okay, is it possible, am i allowed, are we allowed, what if, is it worth, why dont we, would you recommend, do you think, what do you think, ought we, ought i, is it time to, is it too early to, does it make sense, any chance, is it fine, is it alright, is it wise, better to, is there any way, will it be ok, are you sure, is it better, is it a good idea, would we, would i, can ben, can lena, should ben, should lena, any reason, does he have to, are we supposed to, am i supposed to, what happens',
  polite:
    'can you, could you, would you, will you, can you please, could you please, would you please, would you mind, i want you to, i would like you to, id like you to, please could you, please can you, id like to, i would like to, i want to, we want to, wed like to, we would like to, its time to, time to, you can, you could, you may, let us, i need you to, kindly, feel free to, would it be possible to',
  share:
    'share, send, invite, email, mail, e mail, forward, text, whatsapp, give access, publish, post to, show the plan to, message, cc, grant, share with, let see, notify tom, export, print, upload, call tom, tell, phone, ring, dial',
  delete:
    'delete, remove, erase, wipe, get rid of, bin, trash, throw away, cancel, discard, clear out, scrap, throw out, destroy, purge, unassign',
  qWord:
    'what, whats, when, whens, where, wheres, who, whos, which, why, whose, how, hows, how much, how many, how long, is there, are there, is anything, what has, what have, whats the, hows the, any idea',
  qVerb: 'is, are, was, were, has, have, did, does, do, will, would, can, could, may, should, am, shall',
  show: 'show, show me, show us, display, let me see, can i see, can you show me, list, give me, see, view, bring up, get me, pull up, i want to see, id like to see, could you show me, lets see, open, tell me, let me look at, have you got, do we have, do you have, got any, are there, is there',
  find: 'find, search, search for, look for, look up, search through, find me, where is, where are, wheres, look through, dig out, dig up, locate, hunt for, search in, find all, find everything, show everything, show me everything, what do we know, what do we know about, where can i find, where did i put, where did we put, where do i find, is there anything, do we have anything, anything about, anything on, is there anything about, any mention of, any mentions of, can you find, got anything on, show me what we have on, show me everything about, get me the, track down, i am looking for, im looking for, looking for',
  photos:
    'photos, photo, pictures, picture, pics, pic, images, image, shots, snaps, photographs, snapshots, photography, selfies, gallery',
  before: 'before, from before, beforehand, how it looked before',
  afterwards: 'after, afterwards, from after',
  owe: 'owe, owed, owing, do we owe, we owe, do i owe, still owe, do we still owe, in debt, money due',
  unpaid:
    'unpaid, outstanding, open bills, open invoices, still to pay, still to be paid, not paid yet, left to pay, due, havent paid, have not paid, havent we paid, not yet paid, payable, to be paid, to pay, have to pay, need to pay, still open, still unpaid, overdue, still due, bills are open, invoices are open, bills open, invoices open, must pay, still have to pay, still need to pay, yet to pay, havent been paid, not been paid, still needs paying, needs paying, needs to be paid, have we not paid, havent we paid yet, bills are still open, bills are outstanding, invoices are outstanding',
  list: 'list, todo list, to do list, tasks, task, todos, to dos, task list, jobs, to do, plate, my plate, checklist, chores',
  toDo: 'have to do, to do, need to do, must do, has to do, needs to do, still do, supposed to do, left to do, got to do, doing, still to do, assigned to, on the list, left for',
  next: 'next, now, next step, comes next, whats next, up next, to do next, do next, do now, what now, next up, and now, coming up, come next, where to next, next on the list, happens next, should we do next, should i do next, should we do now, should i do now, do we start next, what then, next thing, next job, after this, after that, next to do, should be next, is next, coming, follows, happens now, to start next',
  when: 'when, by when, what date, which day, what day, until when, when will, when is, when are, how soon, whens',
  howLong:
    'how long, how long till, how long until, how much longer, how many days, how many weeks, how much time, how far off, how many more weeks, how many more days, how many months, how far away',
  howMuch:
    'how much, how many euros, what, whats, how expensive, how much money, how much did, how much does, how much of, how many',
  left: 'left, remaining, remain, remains, left over, leftover, still have, over budget, within budget, under budget, in budget, on budget, can we still spend, still spend, still available, available, left to spend, left in, budget left, have left, still got, can we spend, do we have for, left for, leftover money, more can we spend, above budget, over the budget, within the budget, in the pot, in the kitty, spare, unspent, afford, budgeted, money do we have, still there, unallocated, to spend',
  spent:
    'spent, spend, paid, pay, cost, costs, spending, cost us, gone on, go on, go to, went on, gone into, go into, went into, laid out, shelled out, expensive, gone, put into, set us back, used, used up, expenditure, invested',
  total:
    'total, the total, total cost, sum, sum total, total spent, total costs, costs so far, spending, spend so far, expenses, altogether, in total, overall, all in, total spend, the damage so far, damage so far, the damage, cost so far, bill so far, running total, so far, total for, total of, grand total, spending so far, cost total, expenses so far, total expenses',
  status:
    'going, coming along, coming on, status, progress, how far, where are we, where do we stand, how is, how are, hows, getting on, state, state of, how are things, doing, whats happening with, update on, whats the state, up to, news on, any news, status of, how far along, stand, whats up with, whats going on, happening, moving along, hows it going, status update, how far are we, whats the situation, report, any progress, update, looking, where is, wheres, are we on track, on track, on schedule, behind schedule, running late, standing, how is it going, percent, overview, where has, how goes, whats new with, whats new',
  mention:
    'mention, mentioned, say, said, says, write, wrote, talk, talked, tell, told, note, noted, comment, comments on, speak, ask, asked, think, comment on, talk about, advise, promise, promised, suggest, suggested, recommend, recommended, tell us, tell me, explain, explained, answer, answered, reply, replied, report, warn, warned, post, posted, discuss, discussed, written, think of',
  about:
    'about, regarding, concerning, on, on the subject of, re, related to, with the word, containing, mentioning, for, of, to do with, from, saying, that mention, with, in, that say, where, that mentions, to, as to, relating to, that talk about, the, a, an, our, that, any, all, me, us',
  documents: 'document, documents, paper, papers, file, files, pdf, pdfs, paperwork, docs, doc',
  comments: 'comment, comments, notes, note, remarks, messages, remark',
  ready:
    'done, finished, ready, complete, completed, finish, over, be done, end, move in, through, be finished, be ready, completion, finishing, done with, finish date, end date, completion date, take, be over, be complete, to go, be through, have finished, be completed, done and dusted, wrapped up, wrap up, deadline, last, finishes, takes, completes, ends',
  my: 'my, mine, i, me, for me, myself, am i, do i',
  nice: 'thanks, thank you, thx, ty, cheers, great, nice, cool, perfect, wonderful, awesome, lovely, brilliant, good, job, work, news, looks, hello, hi, hey, morning, evening, everyone, all, folks, guys, sir, haha, lol, fine, no problem, sure, right, ta, many, lots, much, appreciated, thank god, thank goodness, thank heavens, phew, god, bye, there, hurrah, finally, super, excellent, yay, wow, exactly, very, so, at last, for now, that, all for now, btw, assistant, love, it, like',
};
