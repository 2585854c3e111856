import type { Described } from './exercise.ts';
import type { Order } from './order.ts';
import { entry, identifierOf } from './scorm12.ts';
import { element, type XmlElement, xml } from './xml.ts';

/** `imsmanifest.xml` of a package for SCORM 2004 4th edition with one SCO. `files`: all that is in it beside the manifest. */
export function scorm2004(exercise: Described, { locale, mastery }: Order, files: readonly string[]): string {
  const title = exercise.title[locale];
  const resource = { identifier: 'RESOURCE', type: 'webcontent', 'adlcp:scormType': 'sco', href: entry };
  return xml(
    element('manifest', { identifier: identifierOf(exercise.id), version: '1.0', ...namespaces }, [
      element('metadata', {}, [
        element('schema', {}, 'ADL SCORM'),
        element('schemaversion', {}, '2004 4th Edition'),
        element('lom:lom', {}, [
          element('lom:general', {}, [
            element('lom:title', {}, [
              element('lom:string', { language: 'en' }, exercise.title.en),
              element('lom:string', { language: 'zh-CN' }, exercise.title['zh-cn']),
            ]),
          ]),
        ]),
      ]),
      element('organizations', { default: 'ORGANIZATION' }, [
        element('organization', { identifier: 'ORGANIZATION' }, [
          element('title', {}, title),
          element('item', { identifier: 'ITEM', identifierref: 'RESOURCE' }, [
            element('title', {}, title),
            passingAt(mastery),
          ]),
          element('imsss:sequencing', {}, [element('imsss:controlMode', { choice: 'true', flow: 'true' })]),
        ]),
      ]),
      element('resources', {}, [
        element(
          'resource',
          resource,
          files.map((href) => element('file', { href })),
        ),
      ]),
    ]),
  );
}

/** The SCO says itself how far its learner is; the LMS compares the score as well. */
const passingAt = (mastery: number): XmlElement =>
  element('imsss:sequencing', {}, [
    element('imsss:objectives', {}, [
      element('imsss:primaryObjective', { objectiveID: 'PRIMARY', satisfiedByMeasure: 'true' }, [
        element('imsss:minNormalizedMeasure', {}, String(mastery)),
      ]),
    ]),
    element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
  ]);

const namespaces = {
  xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
  'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
  'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
  'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': [
    'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd',
    'http://ltsc.ieee.org/xsd/LOM lom.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
  ].join(' '),
};
