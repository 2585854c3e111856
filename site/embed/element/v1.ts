import { SessionLab } from './element.ts';

// A page may load this more than once.
if (!customElements.get('session-lab')) customElements.define('session-lab', SessionLab);
