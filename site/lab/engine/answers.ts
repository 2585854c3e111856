import { completeIn, type Lab, type Moment, type Note, type Recording, type World } from '../../../simulator/index.ts';
import type { AnswerTo, History, Question } from '../questions.ts';
import type { Branches } from './branches.ts';
import { chartsOf } from './charts.ts';
import { countsOf } from './counts.ts';
import { expiriesFrom } from './faults-view.ts';
import { hashOf, linkFrom, linkTo } from './links.ts';
import { spaceTimeOf } from './space-time.ts';
import { toldOf } from './told.ts';
import { transcriptOf } from './transcript.ts';
import { notFoundIn, type XrayEvidence, xray } from './xray/xray.ts';

/** What an answer is worked out from: to be looked at only. */
export interface Evidence {
  /** What the run was begun with. */
  lab: Lab;
  branches: Branches;
  recording: Recording;
  /** What was noted while the servers came up, before the recording began. */
  boot: readonly Note[];
  /** The moment that the page shows. */
  moment: Moment;
  world: World;
  /** How often a lab was begun. */
  run: number;
  /** The page's number of the recording's first note. */
  firstNote: number;
  /** The engine's time at which the page's time is 0. */
  start: number;
}

/** Works out what a view wants to know. */
export function answerTo(question: Question, evidence: Evidence): AnswerTo<Question> {
  switch (question.type) {
    case 'complete':
      return completeIn(evidence.world, question.host, question.line, question.at);
    case 'expiries':
      return expiriesFrom(evidence.world, evidence.start);
    case 'history':
      return historyOf(evidence);
    case 'branch-files':
      return evidence.branches.filesOf(question.branch);
    case 'marks':
      return marksOf(evidence, question.most);
    case 'xray':
      return xray(question.of, onRun(evidence));
    case 'not-found':
      return notFoundIn(question.chain, onRun(evidence));
    case 'space-time':
      return spaceTimeOf(evidence, question);
    case 'transcript':
      return transcriptOf(evidence, question);
    case 'charts':
      return chartsOf(evidence.world, question.host);
    case 'link':
      return linkTo(question.base, question.files, question.withRun, evidence);
    case 'read-link':
      return linkFrom(question.text, question.base);
    case 'state-hash':
      return hashOf(evidence);
    case 'told':
      return toldOf(evidence, question);
    case 'counts':
      return countsOf(evidence, question);
  }
}

const marksOf = ({ branches, recording, start }: Evidence, most: number) =>
  branches.current.digest.marks.between(start, recording.now, most);

function onRun({ recording, moment, world, firstNote, start }: Evidence): XrayEvidence {
  return { world, notes: recording.notes, told: recording.notesAt(moment), firstNote, start };
}

function historyOf({ lab, recording, moment, start }: Evidence): History {
  const done = recording.actions.slice(0, moment.actions).map(({ at, action }) => ({ at: at - start, action }));
  return { lab, actions: done, at: moment.at - start };
}
