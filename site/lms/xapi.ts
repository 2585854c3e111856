import type { FrameLocale, Result } from '../embed/protocol.ts';

/** Names of ours in statements. They are names, not addresses: the same exercise has one name wherever it is hosted. */
const NAME = 'urn:session-lab';

/** What a statement is about has a name of its own. */
export const activityOf = (exercise: string): string => `${NAME}:exercise:${exercise}`;

/** The language in which a word is told, as RFC 5646 has it. */
type InLanguages = Record<string, string>;

/** A statement of the Experience API 1.0.3 without its actor: who did it is known to whoever hands it on. */
export interface ActorlessStatement {
  id: string;
  verb: { id: string; display: InLanguages };
  object: { objectType: 'Activity'; id: string; definition: { type: string; name: InLanguages } };
  result: {
    success: boolean;
    completion: boolean;
    score: { scaled: number; raw: number; min: number; max: number };
    response: string;
  };
  context: {
    language: string;
    contextActivities: { parent: { id: string }[]; category: { id: string }[] };
    extensions: Record<string, unknown>;
  };
  timestamp: string;
}

/** What of an exercise a statement says beside the result. */
export interface About {
  title: string;
  locale: FrameLocale;
  /** Makes each statement one of its own: an UUID, and when it was. */
  id: string;
  at: Date;
}

const verbs = {
  passed: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'en-US': 'passed', 'zh-CN': '通过' } },
  failed: { id: 'http://adlnet.gov/expapi/verbs/failed', display: { 'en-US': 'failed', 'zh-CN': '未通过' } },
};

/** What came of a check of an exercise. The response names the checks that passed. */
export function statementOf(result: Result, { title, locale, id, at }: About): ActorlessStatement {
  const { raw, min, max, scaled } = result.score;
  const language = locale === 'en' ? 'en-US' : 'zh-CN';
  return {
    id,
    verb: result.passed ? verbs.passed : verbs.failed,
    object: {
      objectType: 'Activity',
      id: activityOf(result.exercise),
      definition: { type: 'http://adlnet.gov/expapi/activities/assessment', name: { [language]: title } },
    },
    result: {
      success: result.passed,
      completion: result.passed,
      score: { scaled, raw, min, max },
      response: result.checks.flatMap(({ id, passed }) => (passed ? [id] : [])).join('[,]'),
    },
    context: {
      language,
      contextActivities: { parent: [{ id: `${NAME}:course` }], category: [{ id: `${NAME}:profile:1` }] },
      extensions: {
        [`${NAME}:extension:seed`]: result.seed,
        [`${NAME}:extension:attempt`]: result.attempt,
        [`${NAME}:extension:permalink`]: result.permalink,
      },
    },
    timestamp: at.toISOString(),
  };
}

/** A random UUID (RFC 9562, version 4). The browser's own is only for pages that came over HTTPS. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[(bytes[8] ?? 0) % 4];
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, `$1-$2-4$3-${variant}$4-$5`);
}
