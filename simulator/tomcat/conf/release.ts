/** The file of every Tomcat that tells its version. */
export const RELEASE_NOTES = 'RELEASE-NOTES';

/** The head of a Tomcat's RELEASE-NOTES. */
export const releaseNotes = (version: string): string =>
  `${'='.repeat(80)}\n\n                     Apache Tomcat Version ${version}\n                            Release Notes\n\n${'='.repeat(80)}\n`;

/** The version that a Tomcat's files tell; today's where they do not. */
export function releaseOf(files: Readonly<Record<string, string>>): string {
  return /Apache Tomcat Version (\S+)/.exec(files[RELEASE_NOTES] ?? '')?.[1] ?? '10.1.60';
}
