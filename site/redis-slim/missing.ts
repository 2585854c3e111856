/** Stands for a library that is not there: it can be looked at, and says so when it is used. */
const missing: unknown = new Proxy(() => {}, {
  get: (_, name) => (name === 'then' ? undefined : missing),
  apply() {
    throw new Error('ERR Lua scripting is not available in this build');
  },
});

export default missing;
