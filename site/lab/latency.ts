/** How long a packet is on the line in a lab on a page, in virtual ms: long enough to watch at speed 1. */
export const LATENCY = 400;
