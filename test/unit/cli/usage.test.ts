import { describe, expect, test } from 'vitest';
import { typed } from './terminal.ts';

describe('what cannot be meant is refused: exit 3, nothing on standard output, and where to look', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /a command is missing/],
    ['an unknown command', ['grad', 'capstone', 'lessons'], /no command "grad"/],
    ['an unknown option', ['grade', 'capstone', 'lessons', '--formt', 'json'], /no option --formt/],
    ['a short option', ['grade', '-f', 'json'], /no option -f/],
    ['an option without its value', ['grade', 'capstone', 'lessons', '--format'], /--format needs a value/],
    ['an option in place of a value', ['grade', 'capstone', 'lessons', '--format', '--jobs'], /--format needs a value/],
    ['an option given twice', ['list', '--lang', 'en', '--lang=en'], /--lang is given twice/],
    ['a value where none is taken', ['list', '--help=yes'], /--help takes no value/],
    ['an unknown language', ['list', '--lang', 'fr'], /--lang fr: .*zh-CN/],
    [
      'an unknown format',
      ['grade', 'capstone', 'lessons', '--format', 'xml'],
      /--format xml: .*text, json, junit, tap/,
    ],
    ['no exercise', ['grade'], /which exercise/],
    ['an unknown exercise', ['grade', 'nowhere', 'lessons'], /no exercise "nowhere".*capstone/],
    ['no folder', ['grade', 'capstone'], /which folders/],
    ['a folder that is not there', ['grade', 'capstone', 'lessons/nowhere'], /lessons\/nowhere is not a folder/],
    ['a file for a folder', ['grade', 'capstone', 'package.json'], /package.json is not a folder/],
    ['no number of jobs', ['grade', 'capstone', 'lessons', '--jobs', 'many'], /--jobs many: a whole number/],
    ['no jobs at all', ['grade', 'capstone', 'lessons', '--jobs', '0'], /--jobs 0: a whole number/],
    [
      'two folders where one can be told of',
      ['grade', 'capstone', 'lessons', 'test', '--format', 'prairielearn'],
      /prairielearn tells of one folder/,
    ],
    [
      'a folder for what is printed',
      ['grade', 'capstone', 'lessons', '--format', 'junit', '--output', 'lessons'],
      /--output goes with prairielearn and exercism; write junit/,
    ],
    [
      'a file for the folder to write into',
      ['grade', 'capstone', 'lessons', '--format', 'exercism', '--output', 'package.json'],
      /package.json is not a folder/,
    ],
    ['a word too much', ['list', 'capstone'], /"capstone"/],
  ])('%s', async (_, argv, complaint) => {
    const { code, out, err } = await typed(argv);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(complaint);
    expect(err).toMatch(/^session-lab: .*\n$/);
  });
});

test.each([[[]], [['grade']], [['list']]])('help of %j in both languages names every option', async (command) => {
  const en = await typed([...command, '--help']);
  const zh = await typed([...command, '--help', '--lang', 'zh-CN']);
  expect([en.code, zh.code, en.err, zh.err]).toEqual([0, 0, '', '']);
  const options = (text: string) => [...new Set(text.match(/--[a-z]+/g))].toSorted();
  expect(options(zh.out)).toEqual(options(en.out));
  expect(zh.out).toMatch(/[一-龥]/);
  expect(en.out).not.toMatch(/[一-龥]/);
});

test.each([
  ['zh_CN.UTF-8', /没写命令/],
  ['en_GB.UTF-8', /a command is missing/],
  ['C', /a command is missing/],
])('in surroundings that speak %s, so does the command line', async (locale, complaint) => {
  expect((await typed([], locale)).err).toMatch(complaint);
});
