// A host shows this page wherever one is missing, however deep: what stands before the language is where the site is.
(() => {
  const root = /^(.*?\/)(?:en|zh-cn)\//.exec(location.pathname)?.[1];
  if (root) document.querySelector('base').href = root;
})();
