import type { Words } from './words.ts';

const s = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The command line in English. */
export const en: Words = {
  language: 'en',
  help: {
    program: `Session Lab on the command line: nginx, Tomcat and Redis, simulated.

  session-lab grade <exercise> <folder...>   check solutions of an exercise, as the page does
  session-lab list                           list the exercises

  --lang en|zh-CN   the language of what is said; otherwise that of the surroundings ($LANG)
  --version         the version of the engine

"session-lab <command> --help" says more about each.
`,
    grade: `session-lab grade <exercise> <folder...>   check solutions of an exercise, as the page does

Each folder holds a solution: <host>/<file>, e.g. nginx/nginx.conf or tomcat1/conf/context.xml
("session-lab list" names the files of each exercise). A file that is not there is taken as the
exercise gives it to the learner.

  --format FORMAT   text (default), json, junit, tap or prairielearn.
                    json: an object for one folder, an array of them for several.
                    prairielearn: takes one folder
  --jobs N          how many folders are graded at a time; otherwise one on each processor
  --lang en|zh-CN   the language of what is said

Exit code: 0 all pass, 1 some fail, 2 some cannot be graded (a program refuses its file, or none of
the files is there), 3 wrong usage or a mistake of ours. Of several, the highest.

  session-lab grade capstone submissions/*
  session-lab grade failover alice --format junit > report.xml
`,
    list: `session-lab list   list the exercises: title, points, and the files that are edited

  --format FORMAT   text (default) or json
  --lang en|zh-CN   the language of the titles
`,
  },
  noCommand: (name) =>
    `${name === '' ? 'a command is missing' : `there is no command "${name}"`}. There are: grade, list. See "session-lab --help".`,
  misuse: ({ code, token }, command) =>
    `${
      {
        'unknown-option': `${command} has no option ${token}`,
        'repeated-option': `${token} is given twice`,
        'needs-value': `${token} needs a value`,
        'takes-no-value': `${token} takes no value`,
      }[code]
    }. See "session-lab ${command} --help".`,
  badLanguage: (value) => `--lang ${value}: the lab speaks en and zh-CN.`,
  noExercise: (id, known) => `there is no exercise "${id}". There are: ${known.join(', ')}.`,
  missingExercise: 'which exercise? "session-lab list" names them.',
  missingFolders: 'which folders? Name at least one that holds a solution. See "session-lab grade --help".',
  noFolder: (path) => `${path} is not a folder that can be read.`,
  badFormat: (value, known) => `--format ${value}: it can be ${known.join(', ')}.`,
  badJobs: (value) => `--jobs ${value}: a whole number from 1 up is needed.`,
  oneFolder: (format) => `--format ${format} tells of one folder; more than one was named.`,
  grading: (done, all) => `${done} of ${all} graded`,
  status: { pass: 'passed', fail: 'failed', 'not-gradable': 'cannot be graded', error: 'a mistake of ours' },
  score: (raw, max) => `${raw} of ${s(max, 'point')}`,
  untried: 'not tried',
  evidence: 'What shows it:',
  noFiles: (files) => `none of the exercise’s files is here: ${files.join(', ')}`,
  stranger: (file) => `${file} is not a file of this exercise and was not looked at`,
  tooLarge: (file) => `${file} is too large to be a configuration`,
  unreadable: (file) => `${file} cannot be read`,
  total: (counts) =>
    `${counts.pass} passed, ${counts.fail} failed${counts['not-gradable'] ? `, ${counts['not-gradable']} cannot be graded` : ''}${counts.error ? `, ${s(counts.error, 'mistake')} of ours` : ''}`,
  points: (count) => s(count, 'point'),
  tooMuch: (word) => `what is "${word}" to mean here?`,
};
