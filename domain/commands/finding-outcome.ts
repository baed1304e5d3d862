// What becomes of a finding when a person says so: a decision, a cost. Each under an id that follows from it, so that it is made once.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { decided } from '../records/decision.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { isWanted } from '../research/progress.ts';
import { findLive, madeOrEdited } from './changes.ts';
import { defineCommand, type Change, type CommandFailure } from './command.ts';
import { costFields } from './cost.ts';
import { besideFinding, marked } from './finding.ts';
import { familyOf, outcomeKey, outcomeOnce } from './offer.ts';

/** One decision for a question, else for the finding itself. */
export const selectionKey = (finding: RecordKey, question: RecordKey | null): RecordKey =>
  keyOf(spaceOfKey(finding), `decision_${uuidOf(idOfKey(question ?? finding))}`);

/**
 * Keeps as a decision what was chosen from what, and why. Its alternatives are all that were in the running; said again it is the same
 * decision, with what is said now.
 */
export const findingSelect = defineCommand({
  name: 'finding.select',
  input: z.object({ key: recordKey, question: recordKey.nullable(), why: decided.shape.why }),
  needs: ({ key, question }) => [{ key }, { key: selectionKey(key, question) }, ...besideFinding(key)],
  plan: (reads, { key, question, why }, { at, by }) => {
    const finding = findLive(reads, 'finding', key);
    if (!finding.ok) return finding;
    if (finding.value.body.question !== question) return err({ type: 'InputInvalid', fields: ['question'] });
    const before = recordAs('decision', reads.get(selectionKey(key, question)));
    const about = reads.list('question').find((one) => one.key === question);
    const running = reads
      .list('finding')
      .filter((one) => one.key === key || (question !== null && one.body.question === question && isRunning(one)));
    const alternatives = {
      ...before?.body.alternatives,
      ...Object.fromEntries(running.map((one) => [placeOf(one.key), { name: one.body.title }])),
    };
    const choice = { choice: placeOf(key), name: finding.value.body.title, why };
    const stands = before?.trashedAt === 0 ? before.body.decided : null;
    const isSame = stands?.choice === choice.choice && stands.why === why;
    const kept = madeOrEdited(reads, {
      space: finding.value.space,
      id: idOfKey(selectionKey(key, question)),
      type: 'decision',
      journey: finding.value.journey,
      parent: '',
      body: {
        question: about?.body.text ?? finding.value.body.title,
        alternatives,
        step: finding.value.body.step ?? about?.body.step ?? null,
        decided: isSame ? stands : { ...choice, at, by },
      },
    });
    const state = isWanted(finding.value.body.state) ? finding.value.body.state : 'chosen';
    return ok([...kept, ...marked(reads, finding.value, { state })]);
  },
});

/** The part of a finding's id that is its own within a journey. */
const placeOf = (finding: RecordKey): string => finding.slice(finding.lastIndexOf('_') + 1);

const isRunning = ({ trashedAt, body }: RecordOf<'finding'>): boolean =>
  trashedAt === 0 && (body.state === 'shortlisted' || isWanted(body.state));

const { receipt: _none, ...costOf } = costFields;

/** One cost, however often and by however many it is confirmed; the finding is chosen, or bought where it is paid. */
export const findingCost = defineCommand({
  name: 'finding.cost',
  input: z.object({ key: recordKey, cost: z.object(costOf) }),
  needs: ({ key }) => [{ key }, { key: outcomeKey(key, 'cost', familyOf(key)) }, ...besideFinding(key)],
  plan: (reads, { key, cost }): Result<readonly Change[], CommandFailure> => {
    const finding = findLive(reads, 'finding', key);
    if (!finding.ok) return finding;
    const space = familyOf(key);
    const costKey = outcomeKey(key, 'cost', space);
    const outcome = outcomeOnce(reads, {
      space,
      id: idOfKey(costKey),
      type: 'cost',
      journey: finding.value.journey,
      parent: '',
      body: { ...cost, receipt: null },
    });
    if (!outcome.ok) return outcome;
    const state = cost.state === 'paid' ? 'bought' : 'chosen';
    return ok([...outcome.value, ...marked(reads, finding.value, { state, made: costKey })]);
  },
});
