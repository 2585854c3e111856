/** A browser's memory that holds one text, under every name; what is written into it is lost. */
export const keeping = { text: '' };

const storage = { getItem: () => keeping.text, setItem() {}, removeItem() {} };
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(globalThis, name, { value: storage, configurable: true });
// What is told to the window of a page, nobody hears here.
Object.defineProperty(globalThis, 'dispatchEvent', { value: () => true, configurable: true });
