/** Words around the log files. A language that lacks one does not compile. */
export interface LogWords {
  label: string;
  follow: string;
  copy: string;
  copied: string;
  empty: string;
}
