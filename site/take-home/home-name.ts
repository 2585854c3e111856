/** The name of the folder that a lab's zip holds, and of the zip. */
export const homeName = (id: string): string => `session-lab-${id.replaceAll('/', '-')}`;
