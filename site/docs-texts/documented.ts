import type { directives } from './en/nginx-directives.ts';
import type { variables } from './en/nginx-variables.ts';

/** What is explained in English is explained in every language: the words of nginx.conf that have a page. */
export type Documented = keyof typeof directives;
export type DocumentedVariable = keyof typeof variables;
