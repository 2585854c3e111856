import type { XmlFaultCode } from '../../../simulator/tomcat/xml/fault.ts';

/** What Tomcat's XML parser stumbled over and what to do about it. */
export const problems = {
  'attribute-equals': 'After the attribute name "{name}" comes ="value".',
  'attribute-less-than':
    'A < may not stand inside the value of "{name}". Probably its closing quote is missing; a real < is written &lt;.',
  'attribute-quote': 'The value of "{name}" must stand in quotes: {name}="…".',
  'attribute-twice': '"{name}" stands twice in <{element}>. Keep one.',
  'cdata-unfinished': 'A CDATA section was opened and never closed with ]]>.',
  'character-in-content': 'A control character has slipped in. Delete it.',
  'character-in-value': 'A control character has slipped into the value of "{name}". Delete it.',
  'comment-dashes': 'Inside a comment two dashes may not follow each other. Comments cannot be nested.',
  'comment-start': 'A comment begins with <!-- and ends with -->.',
  'content-markup': 'A < stands here without a name after it. If it is meant as text, write &lt;.',
  'declaration-end': 'The first line must end with ?>.',
  'declaration-equals': 'In the first line "{name}" needs = and a value in quotes.',
  'declaration-quote': 'In the first line the value of "{name}" must stand in quotes.',
  'declaration-unclosed': 'In the first line the closing quote of "{name}" is missing.',
  'element-unclosed': '<{element}> was opened and not closed. Add </{element}>, or end the tag itself with />.',
  'end-tag-end': 'The closing tag of {element} lacks its >.',
  'entity-name': 'An & begins a character’s name, such as &amp;. For a plain & write &amp;.',
  'entity-semicolon': '&{entity} must end with ;. For a plain & write &amp;.',
  'entity-undeclared': 'XML knows no &{entity};. There are &amp; &lt; &gt; &quot; and &apos;.',
  'markup-in-prolog': 'Before the first element only the <?xml …?> line and comments may stand.',
  'pi-target': 'After <? a name must follow.',
  'pi-target-xml':
    '<?xml …?> may stand only at the very beginning of the file, with nothing before it, not even a blank line.',
  'premature-end': 'The file is empty or ends before its first element.',
  'prolog-content':
    'There is text before the first element. The file must begin with < (an invisible mark or a character may precede it).',
  'pseudo-attribute': 'The first line is not complete. It reads <?xml version="1.0" encoding="UTF-8"?>.',
  'tag-end':
    'The tag <{element}> is not finished. After its name and attributes comes > or />; attributes need a blank between them.',
  'trailing-content': 'There is text after the last closing tag. A file has exactly one outermost element.',
  'trailing-markup': 'There is another element after the last closing tag. A file has exactly one outermost element.',
  unfinished: 'The file ends although an element is still open. Add the missing closing tag.',
  'version-required': 'The first line must say version="1.0".',
  'version-unsupported': 'Only XML version 1.0 is read, not "{version}".',
} as const satisfies Record<XmlFaultCode, string>;
