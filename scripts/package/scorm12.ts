import type { Described } from './exercise.ts';
import type { Order } from './order.ts';
import { element, xml } from './xml.ts';

/** Where the LMS begins. */
export const entry = 'index.html';

/** `imsmanifest.xml` of a package for SCORM 1.2 with one SCO. `files`: all that is in it beside the manifest. */
export function scorm12(exercise: Described, { locale, mastery }: Order, files: readonly string[]): string {
  const title = exercise.title[locale];
  const item = element('item', { identifier: 'ITEM', identifierref: 'RESOURCE', isvisible: 'true' }, [
    element('title', {}, title),
    element('adlcp:masteryscore', {}, String(Math.round(mastery * 100))),
  ]);
  const resource = { identifier: 'RESOURCE', type: 'webcontent', 'adlcp:scormtype': 'sco', href: entry };
  return xml(
    element('manifest', { identifier: identifierOf(exercise.id), version: '1.0', ...namespaces }, [
      element('metadata', {}, [
        element('schema', {}, 'ADL SCORM'),
        element('schemaversion', {}, '1.2'),
        element('imsmd:lom', {}, [
          element('imsmd:general', {}, [
            element('imsmd:title', {}, [
              element('imsmd:langstring', { 'xml:lang': 'en' }, exercise.title.en),
              element('imsmd:langstring', { 'xml:lang': 'zh-CN' }, exercise.title['zh-cn']),
            ]),
          ]),
        ]),
      ]),
      element('organizations', { default: 'ORGANIZATION' }, [
        element('organization', { identifier: 'ORGANIZATION' }, [element('title', {}, title), item]),
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

/** A name as XML takes it for an identifier: no slashes. */
export const identifierOf = (exercise: string): string => `SESSIONLAB.${exercise.replaceAll('/', '.')}`;

const namespaces = {
  xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': [
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
    'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
  ].join(' '),
};
