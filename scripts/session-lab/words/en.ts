import type { Words } from './words.ts';

const s = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A long part of a link is told by its beginning. */
const shortened = (token: string) => (token.length > 60 ? `${token.slice(0, 60)}…` : token);

/** The command line in English. */
export const en: Words = {
  language: 'en',
  help: {
    program: `Session Lab on the command line: nginx, Tomcat and Redis, simulated.

  session-lab grade <exercise> <folder|link...>   check solutions of an exercise, as the page does
  session-lab check <file...>                what nginx, Redis, Tomcat or javac say of files
  session-lab run <exercise|link|file>       play a run and print it in words
  session-lab export <exercise> [folder]     take a lab home: the same on real programs, as a zip
  session-lab list                           list the exercises

  --lang en|zh-CN   the language of what is said; otherwise that of the surroundings ($LANG)
  --version         the version of the engine

"session-lab <command> --help" says more about each.
`,
    grade: `session-lab grade <exercise> <folder|link...>   check solutions of an exercise, as the page does

Each folder holds a solution: <host>/<file>, e.g. nginx/nginx.conf or tomcat1/conf/context.xml
("session-lab list" names the files of each exercise). A file that is not there is taken as the
exercise gives it to the learner. In the place of a folder there may be a link that the page made,
such as the permalink of an embedded exercise.

  --format FORMAT   text (default), json, junit, tap, prairielearn or exercism.
                    json: an object for one folder, an array of them for several.
                    prairielearn, exercism: take one folder
  --output DIR      writes the files that these two look for into DIR, and prints nothing:
                    results.json, for exercism analysis.json as well
  --jobs N          how many folders are graded at a time; otherwise one on each processor
  --lang en|zh-CN   the language of what is said

Exit code: 0 all pass, 1 some fail, 2 some cannot be graded (a program refuses its file, or none of
the files is there), 3 wrong usage or a mistake of ours. Of several, the highest. For exercism, which
reads its files only: 0 or 3.

  session-lab grade capstone submissions/*
  session-lab grade failover alice --format junit > report.xml
`,
    check: `session-lab check <file...>   what the real programs would say of files, in their own words

nginx.conf      as nginx -t (1.22.1); what it includes is read from beside it
redis.conf      as redis-server, in the foreground
context.xml, server.xml, web.xml   as a Tomcat that starts with it: its warnings and worse.
                The guide’s Redis session manager lies in its lib/
*.java          as javac, as far as the lab reads Java; those beside it are its package.
                Here the words are the lab’s own

Each file is given to a machine of its own on which everything else is as installed.

  --as PROGRAM      nginx, redis, tomcat or java, where the name of a file does not tell
  --redis VERSION   3.2.1 (default) or 7.0.15
  --tomcat VERSION  7.0.69 (default) or 10.1.60
  --lang en|zh-CN   the language of what is said beside

Exit code: 0 all are accepted, 1 some are refused, 3 wrong usage or a mistake of ours.
`,
    run: `session-lab run <exercise | link | file>   play a run and print it in words

exercise   its own run, on the files that the learner begins with, or on those of --dir
link       of the page's "Share": the run that it tells (put it in quotes; what is behind # is enough)
file       that "Share" has saved: the same

  --dir DIR         files of an exercise, as for grade: <host>/<file>
  --script FILE     what is done instead; a line for each thing, its time first:
                      0     A /login?user=zhang     visitor A opens a page (also: A POST /cart)
                      2s    kill -9 tomcat1         also: start, stop, hang, resume tomcat1
                      10s   reload nginx            also: quit nginx
                      +5s   save nginx/nginx.conf new.conf     a file of yours, beside the script
                      1m    cut tomcat1 redis       also: mend tomcat1 redis (one way each)
                      1m30s $ redis-3.2.1/src/redis-cli dbsize     typed in a terminal, if the lab has one
                    Times: 500ms, 2s or 2, 1m30s, 1h since the servers came up; +5s: after the line
                    before. Empty lines and those that begin with # say nothing
  --until SECONDS   when the run ends; otherwise with the check, the link, or 5 s after the script
  --lang en|zh-CN   the language of what is printed

Exit code: 0 it was played, 3 wrong usage or a mistake of ours.

  session-lab run failover --script crash.txt --dir lessons/failover/solution
`,
    export: `session-lab export <exercise> [folder]   take a lab home: the same on real programs, as a zip

folder   files of the exercise, as for grade: <host>/<file>; otherwise those that the learner begins with

The zip holds a Docker Compose file, the files of every server, the demo webapp’s Java sources, and a
script that does to real servers what the exercise does in the lab and compares what comes of it.
Its README says how to start it, and what differs.

  --out FILE        where to; otherwise session-lab-<exercise>.zip
  --lang en|zh-CN   the language of the scripts’ messages; the READMEs are in both

Exit code: 0 it was written, 3 wrong usage or a mistake of ours.

  session-lab export capstone lessons/capstone/solution --out capstone.zip
`,
    list: `session-lab list   list the exercises: title, points, and the files that are edited

  --format FORMAT   text (default) or json
  --lang en|zh-CN   the language of the titles
`,
  },
  noCommand: (name) =>
    `${name === '' ? 'a command is missing' : `there is no command "${name}"`}. There are: grade, check, run, export, list. See "session-lab --help".`,
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
  noOutput: (format) => `--output goes with prairielearn and exercism; write ${format} with > into a file.`,
  grading: (done, all) => `${done} of ${all} graded`,
  status: { pass: 'passed', fail: 'failed', 'not-gradable': 'cannot be graded', error: 'a mistake of ours' },
  score: (raw, max) => `${raw} of ${s(max, 'point')}`,
  untried: 'not tried',
  evidence: 'What shows it:',
  decides: (place) => `Decided in ${place}`,
  unproved: 'Held in every order that was tried; there are more than could be.',
  otherLab: (exercise) => `the link does not lead to the lab of ${exercise}`,
  brokenLink: (part) => `a part of the link cannot be read, and without it nothing is graded: ${part}`,
  noFiles: (files) => `none of the exercise’s files is here: ${files.join(', ')}`,
  stranger: (file) => `${file} is not a file of this exercise and was not looked at`,
  trouble: {
    missing: (file) => `${file} is not there`,
    folder: (file) => `${file} is a folder, not a file`,
    'too-large': (file) => `${file} is too large to be a configuration`,
    unreadable: (file) => `${file} cannot be read`,
  },
  total: (counts) =>
    `${counts.pass} passed, ${counts.fail} failed${counts['not-gradable'] ? `, ${counts['not-gradable']} cannot be graded` : ''}${counts.error ? `, ${s(counts.error, 'mistake')} of ours` : ''}`,
  check: {
    missingFiles: 'which files? See "session-lab check --help".',
    badProgram: (value, known) => `--as ${value}: it can be ${known.join(', ')}.`,
    badVersion: (option, value, known) => `--${option} ${value}: the lab has ${known.join(' and ')}.`,
    unnamed: (path, known) =>
      `the name of ${path} does not tell which program reads it. Say so with --as ${known.join('|')}.`,
    notOfTomcat: (path) => `${path}: of Tomcat’s files, the lab reads context.xml, server.xml and web.xml.`,
    accepted: 'accepted',
    refused: 'refused',
    silent: {
      nginx: 'nginx takes it without a word.',
      redis: 'Redis starts with it and prints nothing.',
      tomcat: 'Tomcat starts with it, the webapp too, and warns of nothing.',
      java: 'It can be compiled.',
    },
  },
  run: {
    missing: 'what is to be played? An exercise, a link or a file. See "session-lab run --help".',
    badUntil: (value) => `--until ${value}: a number of seconds is needed.`,
    unknown: (what, known) =>
      `"${what}" is no exercise, no link and no file that can be read. Exercises: ${known.join(', ')}.`,
    notALab: (path) => `${path} is not a file that the page’s “Share” has saved.`,
    screen: (name) => `what ${name} shows`,
    noSuchLab: 'the link names no lab that there is here.',
    onlyExercise: '--dir goes with an exercise; a link brings its own files.',
    linkProblem: (said, token) => `of the link, "${shortened(token)}" was left out: ${said}.`,
    differs:
      'played again, the run ends otherwise than when the link was made: the simulator has changed since, or the link has.',
    problem: (script, { line, code, token }, hosts) =>
      `${script}:${line}: ${
        {
          'no-time': `"${token}" is not a time. Write 2s, 500ms, 1m30s or +5s first`,
          backwards: `${token} is before the line above`,
          'no-action': 'what is done at that time?',
          'unknown-action': `"${token}" is nothing that can be done. See "session-lab run --help"`,
          'unknown-host': `nobody here is called "${token}". There are: ${hosts.join(', ')}`,
          'not-a-server': `${token} is a visitor and no server`,
          'only-nginx': `only nginx can do that, not "${token}"`,
          'no-path': `"${token}" is not the path of a page. It begins with /`,
          'no-file': `${token === '' ? 'which file is saved' : `${token} is not a file that can be read`}`,
        }[code]
      }.`,
  },
  export: {
    written: (path, files) => `${path}: ${s(files, 'file')}. Begin with its README.`,
    notWritten: (path, said) => `${path} cannot be written: ${said}`,
  },
  points: (count) => s(count, 'point'),
  tooMuch: (word) => `what is "${word}" to mean here?`,
};
