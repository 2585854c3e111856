import { keepNothing } from '../storage.ts';
import { type FramePage, guest } from './guest.ts';
import { letThreadsBegin } from './threads.ts';

// What a frame's page does before its lab is alive. What is to be kept of the learner's work is for the page around to say.
letThreadsBegin();
keepNothing();
const told = document.querySelector<HTMLElement>('[data-frame]')?.dataset['frame'];
if (told !== undefined) guest.open(JSON.parse(told) as FramePage);
