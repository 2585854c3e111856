/** Why Xerces stopped reading a file. */
export interface XmlFault {
  code: XmlFaultCode;
  values: Readonly<Record<string, string | number>>;
  /** The offset whose line and column Xerces reports … */
  at: number;
  /** … and so many columns more. */
  beyond?: number;
}

export type XmlFaultCode = keyof typeof messages;

type Values = XmlFault['values'];

/** The words of the JDK's XMLMessages.properties. */
const messages = {
  'attribute-equals': (v: Values) =>
    `Attribute name "${v['name']}" associated with an element type "${v['element']}" must be followed by the ' = ' character.`,
  'attribute-less-than': (v: Values) =>
    `The value of attribute "${v['name']}" associated with an element type "${v['element']}" must not contain the '<' character.`,
  'attribute-quote': (v: Values) =>
    `Open quote is expected for attribute "${v['name']}" associated with an  element type  "${v['element']}".`,
  'attribute-twice': (v: Values) => `Attribute "${v['name']}" was already specified for element "${v['element']}".`,
  'byte-expected': (v: Values) => `Expected byte ${v['byte']} of ${v['of']}-byte UTF-8 sequence.`,
  'byte-invalid': (v: Values) => `Invalid byte ${v['byte']} of ${v['of']}-byte UTF-8 sequence.`,
  'byte-not-ascii': (v: Values) => `Byte "${v['byte']}" is not a member of the (7-bit) ASCII character set.`,
  'cdata-end': () =>
    'The character sequence "]]>" must not appear in content unless used to mark the end of a CDATA section.',
  'character-digit': () => 'A decimal representation must immediately follow the "&#" in a character reference.',
  'character-hex-digit': () =>
    'A hexadecimal representation must immediately follow the "&#x" in a character reference.',
  'character-in-cdata': (v: Values) =>
    `An invalid XML character (Unicode: 0x${hex(v)}) was found in the CDATA section.`,
  'character-in-comment': (v: Values) => `An invalid XML character (Unicode: 0x${hex(v)}) was found in the comment.`,
  'character-in-content': (v: Values) =>
    `An invalid XML character (Unicode: 0x${hex(v)}) was found in the element content of the document.`,
  'character-in-declaration': (v: Values) =>
    `An invalid XML character (Unicode: 0x${hex(v)}) was found in the XML declaration.`,
  'character-in-pi': (v: Values) =>
    `An invalid XML character (Unicode: 0x${hex(v)}) was found in the processing instruction.`,
  'character-in-value': (v: Values) =>
    `An invalid XML character (Unicode: 0x${hex(v)}) was found in the value of attribute "${v['name']}" and element is "${v['element']}".`,
  'character-reference': (v: Values) => `Character reference "&#${v['text']}" is an invalid XML character.`,
  'character-semicolon': () => "The character reference must end with the ';' delimiter.",
  'comment-dashes': () => 'The string "--" is not permitted within comments.',
  'comment-start': () => 'Comment must start with "<!--".',
  'content-markup': () => 'The content of elements must consist of well-formed character data or markup.',
  'declaration-end': () => 'The XML declaration must end with "?>".',
  'declaration-equals': (v: Values) => `The ' = ' character must follow "${v['name']}" in the XML declaration.`,
  'declaration-quote': (v: Values) =>
    `The value following "${v['name']}" in the XML declaration must be a quoted string.`,
  'declaration-space': (v: Values) =>
    `White space is required before the ${v['name']} pseudo attribute in the XML declaration.`,
  'doctype-markup': () =>
    'The markup declarations contained or pointed to by the document type declaration must be well-formed.',
  'doctype-root': () => 'The root element type must appear after "<!DOCTYPE" in the document type declaration.',
  'doctype-space': () => 'White space is required after "<!DOCTYPE" in the document type declaration.',
  'doctype-unclosed': (v: Values) =>
    `The document type declaration for root element type "${v['root']}" must end with '>'.`,
  'element-unclosed': (v: Values) =>
    `The element type "${v['element']}" must be terminated by the matching end-tag "</${v['element']}>".`,
  'encoding-required': () => 'The encoding declaration is required in the text declaration.',
  'encoding-unknown': (v: Values) => `Invalid encoding name "${v['encoding']}".`,
  'end-tag-end': (v: Values) => `The end-tag for element type "${v['element']}" must end with a '>' delimiter.`,
  'entity-name': () => "The entity name must immediately follow the '&' in the entity reference.",
  'entity-semicolon': (v: Values) => `The reference to entity "${v['name']}" must end with the ';' delimiter.`,
  'entity-undeclared': (v: Values) => `The entity "${v['name']}" was referenced, but not declared.`,
  'markup-in-prolog': () => 'The markup in the document preceding the root element must be well-formed.',
  'pi-space': () => 'White space is required between the processing instruction target and data.',
  'pi-target': () => 'The processing instruction must begin with the name of the target.',
  'pi-target-xml': () => 'The processing instruction target matching "[xX][mM][lL]" is not allowed.',
  'premature-end': () => 'Premature end of file.',
  'prolog-content': () => 'Content is not allowed in prolog.',
  'prolog-reference': () => 'Reference is not allowed in prolog.',
  'pseudo-attribute': () => 'A pseudo attribute name is expected.',
  'pseudo-attribute-more': () => 'No more pseudo attributes are allowed.',
  'standalone-name': () => 'The standalone name in XML declaration may be misspelled.',
  'standalone-value': (v: Values) =>
    `The standalone document declaration value must be "yes" or "no", not "${v['value']}".`,
  'surrogate-high': (v: Values) => `High surrogate bits in UTF-8 sequence must not exceed 0x10 but found 0x${hex(v)}.`,
  'tag-end': (v: Values) =>
    `Element type "${v['element']}" must be followed by either attribute specifications, ">" or "/>".`,
  'trailing-content': () => 'Content is not allowed in trailing section.',
  'trailing-markup': () => 'The markup in the document following the root element must be well-formed.',
  unfinished: () => 'XML document structures must start and end within the same entity.',
  'version-required': () => 'The version is required in the XML declaration.',
  'version-unsupported': (v: Values) => `XML version "${v['version']}" is not supported, only XML 1.0 is supported.`,
} satisfies Record<string, (values: Values) => string>;

/** The parser's own sentence. */
export function xmlFaultMessage(fault: XmlFault): string {
  return messages[fault.code](fault.values);
}

function hex(values: Values) {
  return Number(values['code']).toString(16);
}
