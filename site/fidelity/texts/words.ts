/** The suites that compare recordings of real programs with the simulator. */
export type SuiteName =
  | 'nginx-config'
  | 'nginx-config-fuzz'
  | 'nginx-routing'
  | 'nginx-forward'
  | 'nginx-forward-fuzz'
  | 'tomcat-lifecycle'
  | 'session-manager'
  | 'tomcat-xml'
  | 'tomcat-xml-fuzz'
  | 'java'
  | 'redis-conf'
  | 'redis-conf-fuzz'
  | 'redis-replies'
  | 'redis-replies-fuzz';

/** Why a recording and the simulator differ. */
export type Reason =
  | 'lua'
  | 'hyperloglog'
  | 'debug-digest'
  | 'command-info'
  | 'resp3'
  | 'redis-help'
  | 'unread-reset'
  | 'port-change'
  | 'several-services'
  | 'deployed-running'
  | 'background-thread'
  | 'unrecorded-host'
  | 'unexplained';

/** Why a recording is not compared. */
export type Skip = 'random' | 'shipped-file' | 'own-command' | 'session-manager' | 'free-text' | 'unknown-event';

/** What becomes of a word that the real program knows. */
export type Fate = 'acts' | 'library' | 'partly' | 'accepted' | 'missing';

/** The tables of words. */
export type Vocabulary = 'nginx' | 'redis-conf' | 'redis-commands' | 'tomcat' | 'web-xml' | 'classes';

/** What the fidelity page says around its figures. In a text, code stands between backticks. */
export interface FidelityWords {
  /** What a suite compares. */
  suites: Record<SuiteName, string>;
  agreement: {
    caption: string;
    suite: string;
    program: string;
    kept: string;
    agree: string;
    /** So many of so many cases. */
    of(agree: number, total: number): string;
    all: string;
  };
  builds: { caption: string; program: string; build: string; from: Record<'debian' | 'source' | 'openjdk', string> };
  reasons: Record<Reason, { title: string; why: string }>;
  none: string;
  /** So many cases of these suites are not compared: … */
  skipped(cases: number, suites: string): string;
  skips: Record<Skip, string>;
  fates: Record<Fate, { name: string; means: string }>;
  vocabularies: Record<Vocabulary, { name: string; about: string }>;
  search: {
    label: string;
    example: string;
    /** So many of all words match. */
    found: string;
    nothing: string;
  };
  only(version: string): string;
  hostile: { readers: string; findings: string };
  campaigns: {
    caption: string;
    suite: string;
    date: string;
    seed: string;
    minutes: string;
    cases: string;
    disagreements: string;
    /** So many searches. */
    searches(count: number): string;
    all: string;
    findings: string;
    fates: Record<'fixed' | 'left', string>;
    notYet: string;
  };
}
