/** A browser's memory that holds one text, under every name; what is written into it is lost. */
export const keeping = { text: '' };

const storage = { getItem: () => keeping.text, setItem() {}, removeItem() {} };
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(globalThis, name, { value: storage, configurable: true });
