import { own } from '../../core/own.ts';
import { type CommandFunction, fails, hints, type Result } from '../call.ts';
import type { Hint } from '../hints.ts';

/** What to type in the lab instead, by unit and verb. */
function instead(unit: string, verb: string): string {
  if (unit.startsWith('nginx'))
    return own({ start: 'nginx', stop: 'nginx -s stop', reload: 'nginx -s reload' }, verb) ?? 'nginx -t';
  if (unit.startsWith('redis')) return verb === 'stop' ? './src/redis-cli shutdown' : './src/redis-server ./redis.conf';
  if (unit.startsWith('tomcat')) return verb === 'stop' ? 'bin/shutdown.sh' : 'bin/startup.sh';
  return 'ps -ef';
}

const withHint = (result: Result & { status: number }, hint: Hint): Result => ({
  ...result,
  printed: [...result.printed, { to: 'screen', hint }],
});

/** systemctl on a machine whose programs were unpacked, not installed: it knows no such unit. */
export const systemctl: CommandFunction = ({ args }) => {
  const [verb = 'list-units', given] = args.filter((arg) => !arg.startsWith('-'));
  if (given === undefined) {
    if (verb === 'daemon-reload') return { printed: [], status: 0 };
    return hints({ code: 'no-service-manager', values: { unit: '', instead: 'ps -ef' } });
  }
  const unit = given.includes('.') ? given : `${given}.service`;
  const hint: Hint = { code: 'no-service-manager', values: { unit, instead: instead(unit, verb) } };
  const failed = (status: number, text: string) => withHint({ printed: [{ to: 2, text }], status }, hint);
  switch (verb) {
    case 'status':
      return failed(4, `Unit ${unit} could not be found.`);
    case 'is-active':
      return withHint({ printed: [{ to: 1, text: 'inactive' }], status: 3 }, hint);
    case 'enable':
    case 'disable':
      return failed(1, `Failed to ${verb} unit: Unit file ${unit} does not exist.`);
    case 'start':
    case 'stop':
    case 'restart':
    case 'reload':
      return failed(5, `Failed to ${verb} ${unit}: Unit ${unit} not ${verb === 'stop' ? 'loaded' : 'found'}.`);
    default:
      return fails(1, `Unknown command verb ${verb}.`);
  }
};

export const service: CommandFunction = ({ args }) => {
  const [unit, verb = ''] = args;
  if (unit === undefined)
    return fails(1, 'Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]');
  const printed = [{ to: 2 as const, text: `${unit}: unrecognized service` }];
  return withHint(
    { printed, status: 1 },
    { code: 'no-service-manager', values: { unit, instead: instead(unit, verb) } },
  );
};
