import { activityOf } from '../../site/lms/xapi.ts';
import type { Both, Described } from './exercise.ts';
import type { Order } from './order.ts';
import { element, type XmlElement, xml } from './xml.ts';

/** `cmi5.xml`: a course with one assignable unit, in the package itself. */
export function cmi5({ id, title, description }: Described, { mastery }: Order, entry: string): string {
  const activity = activityOf(id);
  const unit = { id: activity, moveOn: 'Passed', masteryScore: String(mastery), launchMethod: 'AnyWindow' };
  return xml(
    element('courseStructure', { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }, [
      element('course', { id: `${activity}:course` }, [inBoth('title', title), inBoth('description', description)]),
      element('au', unit, [inBoth('title', title), inBoth('description', description), element('url', {}, entry)]),
    ]),
  );
}

const inBoth = (name: string, text: Both): XmlElement =>
  element(name, {}, [
    element('langstring', { lang: 'en-US' }, text.en),
    element('langstring', { lang: 'zh-CN' }, text['zh-cn']),
  ]);
