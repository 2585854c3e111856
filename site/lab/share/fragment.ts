/** The link in the page's address, if there is one and not the name of a heading. */
export const linkInAddress = (): string | undefined =>
  location.hash.startsWith('#v=') ? location.hash.slice(1) : undefined;
