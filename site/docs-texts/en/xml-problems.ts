import type { XmlFaultCode } from '../../../simulator/tomcat/xml/fault.ts';

/** What Tomcat's XML parser stumbled over and what to do about it. */
export const problems = {
  'attribute-equals':
    'After the attribute name "{name}" comes = and a value in quotes: {name}="…". A full-width ＝ or a colon is not =.',
  'attribute-less-than':
    'A < may not stand inside the value of "{name}". Probably its closing quote is missing, or is another kind of quote than the opening one; a real < is written &lt;.',
  'attribute-quote':
    'The value of "{name}" must stand in straight quotes: {name}="…". Curly quotes “ ” are not quotes.',
  'attribute-twice': '"{name}" stands twice in <{element}>. Keep one.',
  'byte-expected': 'The file ends in the midst of a character. It was probably cut off while it was copied.',
  'byte-invalid':
    'The file is not UTF-8, though Tomcat reads it as such. Save it as UTF-8, or name its real encoding in the first line.',
  'byte-not-ascii': 'The first line says US-ASCII, but there is a character beyond it. Write encoding="UTF-8".',
  'cdata-end': 'The three characters ]]> may not stand in text. Write ]]&gt;.',
  'character-digit': 'After &# comes a number, e.g. &#38; for &.',
  'character-hex-digit': 'After &#x comes a hexadecimal number, e.g. &#x26; for &.',
  'character-in-cdata': 'A control character has slipped into the CDATA section. Delete it.',
  'character-in-comment': 'A control character has slipped into the comment. Delete it.',
  'character-in-content': 'A control character has slipped in. Delete it.',
  'character-in-declaration': 'A control character has slipped into the first line. Write it anew.',
  'character-in-pi': 'A control character has slipped in between <? and ?>. Delete it.',
  'character-in-value': 'A control character has slipped into the value of "{name}". Delete it.',
  'character-reference': '&#{text}; is a character that XML does not allow.',
  'character-semicolon': 'A character given by its number ends with ; as in &#38;.',
  'comment-dashes':
    'Inside a comment two dashes may not follow each other, so comments cannot be nested and --- cannot end one.',
  'comment-start': 'A comment begins with <!-- and ends with -->.',
  'content-markup':
    'After < comes directly the name of an element, / with one, or !--. No blank between. If < is meant as text, write &lt;.',
  'declaration-end': 'The first line must end with ?>.',
  'declaration-equals': 'In the first line "{name}" needs = and a value in quotes.',
  'declaration-quote': 'In the first line the value of "{name}" must stand in straight quotes.',
  'declaration-space': 'In the first line a blank is missing before "{name}".',
  'doctype-markup': 'Tomcat cannot read this document type. Its files need none: delete the <!DOCTYPE …>.',
  'doctype-root': 'After <!DOCTYPE comes the name of the outermost element. Tomcat’s files need no <!DOCTYPE …>.',
  'doctype-space': 'After <!DOCTYPE a blank is missing. Tomcat’s files need no <!DOCTYPE …>.',
  'doctype-unclosed': 'The document type is not closed with >. Tomcat’s files need none: delete it.',
  'element-unclosed':
    '<{element}> was opened and not closed. Add </{element}>, or end the tag itself with />. Upper and lower case count.',
  'encoding-required': 'In the first line version comes once, then encoding.',
  'encoding-unknown': 'Java knows no encoding "{encoding}". Write encoding="UTF-8".',
  'end-tag-end': 'The closing tag of {element} lacks its >.',
  'entity-name': 'An & begins a character’s name, such as &amp;. For a plain & write &amp;.',
  'entity-semicolon': '&{name} must end with ;. For a plain & write &amp;.',
  'entity-undeclared': 'XML knows no &{name};. There are &amp; &lt; &gt; &quot; and &apos;.',
  'markup-in-prolog': 'Before the first element only the <?xml …?> line and comments may stand.',
  'pi-space': 'Between <?, the name after it and what follows, a blank is missing.',
  'pi-target': 'After <? a name must follow.',
  'pi-target-xml':
    '<?xml …?> may stand only at the very beginning of the file, with nothing before it, not even a blank line. It is written in lower case, and once.',
  'premature-end': 'The file is empty or ends before its first element.',
  'prolog-content':
    'There is text before the first element. The file must begin with < (an invisible character may precede it, or the file was saved in another encoding than its first line says).',
  'prolog-reference': 'There is a & before the first element. The file must begin with <.',
  'pseudo-attribute': 'The first line is not complete. It reads <?xml version="1.0" encoding="UTF-8"?>.',
  'pseudo-attribute-more': 'The first line says too much. It reads <?xml version="1.0" encoding="UTF-8"?>.',
  'standalone-name': 'After version and encoding only standalone may follow in the first line.',
  'standalone-value': 'standalone is "yes" or "no", not "{value}". It can be left out.',
  'surrogate-high': 'The file is not UTF-8. Save it as UTF-8.',
  'tag-end':
    'The tag <{element}> is not finished where it should be. After its name and attributes comes > or />; attributes need a blank between them, and nothing else: no comma, no comment, no quote too many.',
  'trailing-content': 'There is text after the last closing tag. A file has exactly one outermost element.',
  'trailing-markup': 'There is another element after the last closing tag. A file has exactly one outermost element.',
  unfinished: 'The file ends in the midst of something: an element, a comment or a value is still open. Close it.',
  'version-required': 'The first line must say version="1.0" first.',
  'version-unsupported': 'Only XML version 1.0 is read, not "{version}".',
} as const satisfies Record<XmlFaultCode, string>;
