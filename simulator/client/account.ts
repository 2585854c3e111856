const people = ['zhang', 'li', 'wang', 'zhao', 'chen', 'liu'];

/** The name under which a visitor logs in: A is zhang, B is li, …; the many of a crowd have accounts called as they are. */
export function accountOf(visitor: string): string {
  const letter = visitor.length === 1 ? visitor.charCodeAt(0) - 65 : -1;
  return people[letter] ?? visitor;
}
