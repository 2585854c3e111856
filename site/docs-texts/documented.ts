import type { directives } from './en/nginx-directives.ts';
import type { variables } from './en/nginx-variables.ts';
import type { attributes, classes, elements } from './en/xml-pages.ts';

/** What is explained in English is explained in every language: the words of nginx.conf that have a page. */
export type Documented = keyof typeof directives;
export type DocumentedVariable = keyof typeof variables;

/** The same for context.xml, server.xml and web.xml. */
export type DocumentedElement = keyof typeof elements;
export type DocumentedAttribute = keyof typeof attributes;
export type DocumentedClass = keyof typeof classes;
