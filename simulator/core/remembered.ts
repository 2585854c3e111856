/** What is remembered before all is forgotten: visitors come back and ask for the same pages, but memory has an end. */
const MOST = 10_000;

/** The same function of a text, worked out once per text. `work` must depend on nothing else, and its result is shared: nobody may change it. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    if (known.size >= MOST) known.clear();
    const value = work(text);
    known.set(text, value);
    return value;
  };
}
