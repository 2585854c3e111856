const attributes = `(?:[^"'>]|"[^"]*"|'[^']*')*`;

/**
 * What a built page is made of apart from its text: comments; tags whose text is no HTML, in three groups (the tag, its
 * name, and its text up to the end of the closing tag); and all other tags.
 */
export const htmlParts = new RegExp(
  `<!--[\\s\\S]*?-->|(<(script|style|textarea|title)\\b${attributes}>)([\\s\\S]*?</\\2\\s*>)|<[a-z]${attributes}>`,
  'gi',
);
