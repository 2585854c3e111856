// Browsers with Trusted Types ask here before a text becomes the address of a script: the site's own may, and what a page
// makes itself. No text becomes HTML this way.
window.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const { origin, protocol } = new URL(address, document.baseURI);
    return origin === location.origin || protocol === 'blob:' ? address : null;
  },
});
