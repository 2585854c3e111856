import { linkInAddress } from './fragment.ts';

// Whoever follows a link to a lab wants to see the lab; there it comes to life, and opens the link.
const arrive = () => {
  if (linkInAddress()) document.querySelector('session-lab')?.scrollIntoView();
};
arrive();
addEventListener('hashchange', arrive);
