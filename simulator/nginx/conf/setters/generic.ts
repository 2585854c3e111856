import { parseAddressPort } from '../address.ts';
import { cString } from '../bytes.ts';
import { argument, type Conf, fault, setOnce, warn } from '../cycle.ts';
import { compileComplex } from '../script.ts';
import { parseMilliseconds, parseNumber, parseOffset, parseSeconds, parseSize } from '../values.ts';
import { afterSize } from './limits-of-values.ts';
import type { Setter } from './setters.ts';

/** Setters of `core/ngx_conf_file.c` and their kin, shared by most directives. */
export const generic: Record<string, Setter> = {
  flag: setFlag,
  num: setNumber,
  size: (conf) => setParsed(conf, parseSize),
  off: (conf) => setParsed(conf, parseOffset),
  msec: (conf) => setParsed(conf, parseMilliseconds),
  sec: (conf) => setParsed(conf, parseSeconds),
  str: setString,
  str_array: (conf) => append(conf, argument(conf, 0).text),
  keyval: (conf) => append(conf, [argument(conf, 0).text, argument(conf, 1).text]),
  param: setParam,
  enum: setEnum,
  bitmask: setBitmask,
  bufs: setBuffers,
  predicate: (conf) => void conf.directive.args.every((word) => compileComplex(conf, word)),
  complex: setComplex,
  complex_zero: setComplex,
  complex_size: setComplexSize,
  access: setAccess,
  bind: setBind,
  types: setTypes,
};

function setFlag(conf: Conf): void {
  if (conf.scope.set.has(conf.directive.name)) return void setOnce(conf, 0);
  const value = argument(conf, 0);
  const text = cString(value.text).toLowerCase();
  if (text === 'on' || text === 'off') return void setOnce(conf, text === 'on');
  fault(conf, 'flag', { value: cString(value.text) }, value);
}

function setNumber(conf: Conf): void {
  const value = parseNumber(argument(conf, 0).text);
  if (!setOnce(conf, value)) return;
  const { bounds } = conf.command;
  if (value === undefined) fault(conf, 'invalid-number', {}, argument(conf, 0));
  else if (bounds && (value < bounds[0] || value > bounds[1])) {
    fault(conf, 'number-bounds', { low: bounds[0], high: bounds[1] }, argument(conf, 0));
  } else if (conf.command.check) afterSize(conf, value);
}

function setParsed(conf: Conf, parse: (text: string) => number | undefined): void {
  const value = parse(argument(conf, 0).text);
  if (!setOnce(conf, value)) return;
  if (value === undefined) fault(conf, 'invalid-value', {}, argument(conf, 0));
  else if (conf.command.check) afterSize(conf, value);
}

function setString(conf: Conf): void {
  const value = argument(conf, 0).text;
  if (setOnce(conf, value) && conf.command.check) afterSize(conf, value);
}

/** Adds to the list that the directive builds up over its occurrences in one block. */
export function append(conf: Conf, value: unknown): void {
  const { name } = conf.directive;
  const setting = conf.scope.set.get(name);
  if (setting) (setting.value as unknown[]).push(value);
  const own = setting ?? { directive: conf.directive, value: [value] };
  conf.scope.set.set(name, own);
  conf.cycle.late.set(own, [...(conf.cycle.late.get(own) ?? []), conf.directive]);
}

function setParam(conf: Conf): void {
  const third = conf.directive.args[2];
  if (third && third.text !== 'if_not_empty') return fault(conf, 'parameter', { value: third.text }, third);
  append(conf, [argument(conf, 0).text, argument(conf, 1).text]);
}

function setEnum(conf: Conf): void {
  if (conf.scope.set.has(conf.directive.name)) return void setOnce(conf, 0);
  const word = argument(conf, 0);
  const value = conf.command.values.find((known) => known.toLowerCase() === word.text.toLowerCase());
  if (value === undefined) return fault(conf, 'value', { value: cString(word.text) }, word);
  setOnce(conf, value);
}

/** Several words of a known set; a second one only warns, also when it stands in another directive. */
function setBitmask(conf: Conf): void {
  const { name } = conf.directive;
  const setting = conf.scope.set.get(name) ?? { directive: conf.directive, value: new Set<string>() };
  conf.scope.set.set(name, setting);
  const chosen = setting.value as Set<string>;
  for (const word of conf.directive.args) {
    const value = conf.command.values.find((known) => known.toLowerCase() === word.text.toLowerCase());
    if (value === undefined) return fault(conf, 'value', { value: cString(word.text) }, word);
    const group = value.startsWith('samesite=') ? 'samesite=' : value;
    if (chosen.has(group)) warn(conf, 'duplicate-value', { value: cString(word.text) }, word);
    else chosen.add(group);
  }
}

function setBuffers(conf: Conf): void {
  const count = parseNumber(argument(conf, 0).text);
  const size = parseSize(argument(conf, 1).text);
  if (!setOnce(conf, { count, size })) return;
  if (!count) fault(conf, 'invalid-value', {}, argument(conf, 0));
  else if (!size) fault(conf, 'invalid-value', {}, argument(conf, 1));
}

function setComplex(conf: Conf): void {
  if (setOnce(conf, argument(conf, 0).text)) compileComplex(conf, argument(conf, 0));
}

function setComplexSize(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text) || !compileComplex(conf, word)) return;
  if (!word.text.includes('$') && parseSize(word.text) === undefined) fault(conf, 'invalid-value', {}, word);
}

/** Rights of files: `user:rw group:r all:r`. */
function setAccess(conf: Conf): void {
  if (
    !setOnce(
      conf,
      conf.directive.args.map((word) => word.text),
    )
  )
    return;
  const wrong = conf.directive.args.find((word) => !/^(user|group|all):(rw|r)$/.test(word.text));
  if (wrong) fault(conf, 'value', { value: wrong.text }, wrong);
}

/** The address that connections to an upstream come from. */
function setBind(conf: Conf): void {
  const word = argument(conf, 0);
  if (!setOnce(conf, word.text)) return;
  if (conf.directive.args.length === 1 && word.text === 'off') return;
  if (!compileComplex(conf, word)) return;
  if (!word.text.includes('$') && !parseAddressPort(word.text))
    return fault(conf, 'invalid-address', { value: word.text }, word);
  const second = conf.directive.args[1];
  if (second && second.text !== 'transparent') fault(conf, 'parameter', { value: second.text }, second);
}

/** MIME types; text/html is always one of them, and `*` stands for all. */
function setTypes(conf: Conf): void {
  const { name } = conf.directive;
  const setting = conf.scope.set.get(name) ?? { directive: conf.directive, value: new Set(['text/html']) };
  conf.scope.set.set(name, setting);
  const types = setting.value as Set<string>;
  if (types.has('*')) return;
  for (const word of conf.directive.args) {
    const type = word.text.toLowerCase();
    if (type !== '*' && types.has(type)) warn(conf, 'duplicate-mime', { value: type }, word);
    types.add(type);
    if (type === '*') return;
  }
}
