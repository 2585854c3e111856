/** Only what belongs to the element: the page's own style reaches it from outside, and the lab's is in the frame. */
export const style = `
:host { display: block; position: relative; min-height: 6rem; }
:host([hidden]) { display: none; }
iframe { display: block; width: 100%; border: 0; color-scheme: normal; }
iframe[hidden] { display: block; visibility: hidden; }
.status { position: absolute; inset: 0 0 auto; padding: 1rem; font: inherit; }
.status[hidden] { display: none; }
.status p { margin: 0 0 .5rem; }
button { font: inherit; min-height: 2.75rem; padding: 0 1rem; cursor: pointer; }
`;
