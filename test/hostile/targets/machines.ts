import { debian } from '../../../simulator/nginx/conf/environment.ts';

/** A machine that knows its own name only. */
export const labMachine = debian({ localhost: ['127.0.0.1', '::1'] });
