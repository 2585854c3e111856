import type { PartId } from '../../lessons/course.ts';

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
  } satisfies Record<PartId, string>,
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

  lesson: {
    number: (number: number, total: number) => `Lesson ${number} of ${total}`,
    read: 'Read',
    lab: 'Lab',
    previous: 'Previous lesson',
    next: 'Next lesson',
    end: 'Back to the course',
  },

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
