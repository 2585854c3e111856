import type { PartId } from '../../lessons/course.ts';
import type { MarkWords } from '../progress/marks.ts';

/** The site's own words. Lessons keep their prose in their folders. */
export const en = {
  siteName: 'Session Lab',
  tagline: 'nginx load balancing and Tomcat sessions shared in Redis, hands on',
  description:
    'A course with a simulator inside: put nginx in front of two Tomcats, log in, kill a server and see where the login goes; then keep the sessions in Redis. In the browser, nothing to install.',

  skipToContent: 'Skip to content',
  course: 'Course',
  lessons: 'Lessons',
  about: 'About',
  fidelity: 'How faithful is it?',
  speed: 'How fast is it?',
  embed: 'Exercises in your own pages',
  theme: { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },

  hero: {
    title: 'Who was I again?',
    lede: 'Behind one address stand two servers, and each remembers only the visitors it met itself. Kill one, and a login is gone. Find out why, change one line of nginx.conf, and try again, until the sessions live in Redis and you know what that costs.',
    start: 'Start the first lesson',
    tryTitle: 'Try it here',
    tryHow: [
      'Let A log in, and see which Tomcat answers.',
      'Press kill -9 at that Tomcat.',
      'Ask “Who am I” once more.',
    ],
    noInstall: 'Runs in this page. Nothing to install, nothing is sent anywhere.',
  },
  parts: {
    'one-server': 'One server: where a login lives',
    'load-balancing': 'nginx in front: who goes where',
    'shared-sessions': 'One memory for all: sessions in Redis',
    'in-operation': 'In operation: updates, failures, races',
  } satisfies Record<PartId, string>,
  marks: {
    new: 'Not begun',
    begun: 'Begun',
    passed: 'Passed',
    count: '{passed} of {all} passed',
    goOn: 'Go on: {number}. {title}',
    done: 'All passed. On to the playground',
  } satisfies Omit<MarkWords, 'start'>,
  progressTools: 'Your progress: save it, move it, reset it',
  path: {
    title: 'The course',
    lede: 'Each lesson is one question, one new idea and five to eight minutes. Every answer comes from running it.',
  },
  promises: {
    title: 'What stands behind it',
    list: [
      {
        title: 'Real rules, not a cartoon',
        text: 'The simulator follows the algorithms of nginx 1.22, Tomcat 7 and 10.1, and Redis 3.2 and 7.0, and is compared with recordings of the real programs, message for message.',
      },
      {
        title: 'Every decision has a reason',
        text: 'Click any request: which servers were candidates, what the hash was, which line of your file decided, and what was asked of Redis.',
      },
      {
        title: 'Yours to break',
        text: 'Kill servers, hang them, write a wrong config, change a Java class, type at Redis. Time can be stopped, slowed and stepped; the same seed gives the same run.',
      },
    ],
  },

  playground: {
    title: 'Playground',
    description:
      'Build a lab of your own: up to eight Tomcats, Redis, several webapps, your own nginx.conf. Everything is unlocked.',
    lede: 'The whole lab, everything unlocked. Change anything, break anything: nothing here counts, and the lab before is one click away.',
    card: 'Build a lab of your own, paste your nginx.conf, or try one of the weird things.',
    open: 'Open the playground',
    bench: 'What stands on the bench',
    panels: {
      presets: { title: 'Presets', hint: 'Begin from a set-up that is known to work' },
      machines: { title: 'Your machines', hint: 'How many Tomcats, Redis, visitors, webapps' },
      files: { title: 'Your own files', hint: 'Paste an nginx.conf and see what the lab does with it' },
      experiments: { title: 'Weird things to try', hint: 'Short experiments with a surprise in them' },
    },
    waiting: 'Being fetched …',
    failed: 'It could not be fetched.',
    again: 'Try again',
    replaced:
      'A new lab stands on the bench. The one before, with all that happened in it, is kept until you build the next.',
    undo: 'Put the lab before back',
  },

  lesson: {
    number: (number: number, total: number) => `Lesson ${number} of ${total}`,
    read: 'Read',
    lab: 'Lab',
    previous: 'Previous lesson',
    next: 'Next lesson',
    end: 'Back to the course',
    transfer: 'One more, by yourself',
    back: (lesson: string) => `Back to the lesson “${lesson}”`,
    teach: (minutes: number) => `For whoever teaches this: ${minutes} minutes in class`,
    present: 'Present it, beat by beat',
  },

  teach: {
    page: 'Teaching',
    title: (lesson: string) => `In class: ${lesson}`,
    about: (minutes: number, beats: number) => `${minutes} minutes in ${beats} beats`,
    notes: 'Notes and slides',
    how: 'How to run a class',
    print: 'Printed, this page is a slide for each beat.',
    withNotes: 'Print the notes as well',
    minutes: (minutes: number) => `${minutes} min`,
    say: 'Before',
    ask: 'Question',
    comes: 'What comes',
    expect: 'What will be said, and what to answer',
    after: 'Afterwards',
    plan: {
      minute: 'Minute',
      lesson: 'Lesson',
      beat: 'Beat',
      class: 'The class',
      votes: 'votes',
      works: 'works',
      answers: 'answers',
      rest: 'In reserve, for questions. It will be needed.',
    },
  },

  handout: {
    file: (host: string, file: string) => (host === 'nginx' || host === 'redis' ? file : `${host}: ${file}`),
    source: 'To be tried at',
  },

  yesterday: { title: 'Before you begin: do you still know?', again: 'To look it up:' },
  search: {
    open: 'Search',
    label: 'Search the course',
    close: 'Close',
    none: 'Nothing found.',
    failed: 'The search index could not be loaded.',
  },

  notFound: {
    title: 'No page lives here',
    text: 'The address may be mistyped, or the page has moved. No session was lost.',
    home: 'To the start page',
  },

  footer: 'Free to use, to change and to teach with, under the MIT licence.',
};

/** What every language must say. */
export type Text = typeof en;
