/** What the lab finds in a Java class, and what it means for a session. */
export const problems = {
  syntax:
    'The lab cannot read this piece. A bracket, a semicolon or a quote before it may be missing; newer forms of Java, such as switch with arrows, are not read here.',
  'unknown-type': 'No file, import or package that the lab knows declares {name}. The class is read as if it existed.',
  'holds-unserializable':
    'An object of {class} may be in {field}. {owner} is Serializable, {class} is not: as soon as one is in there, the session cannot be written. Make {class} Serializable, or the field transient.',
  'no-uid':
    '{class} declares no serialVersionUID, so Java computes one from its members. Add a method or a field, and objects that were written before can no longer be read.',
};
