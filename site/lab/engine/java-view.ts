import { type JavaContent, readSession, sessionObjects, throwableText, type World } from '../../../simulator/index.ts';
import type { JavaStream, Moment, SavedView } from '../opened-key.ts';
import { javaTree, valueOf } from './java-tree.ts';

/** What every object stream begins with. */
const MAGIC = '\xac\xed';

/** What a value of Redis says, if Java wrote it; undefined: it did not. */
export function javaStream(bytes: string, world: World): JavaStream | undefined {
  if (!bytes.startsWith(MAGIC)) return undefined;
  const webapps = webappsWithRedis(world);
  const { contents, read, fault } = sessionObjects(bytes, webapps[0]?.classes ?? {});
  const isSession = className(contents[0])?.endsWith('.SessionSerializationMetadata') === true;
  return {
    session: isSession ? savedView(contents, world) : undefined,
    objects: javaTree(isSession ? attributesIn(contents) : contents.map((content) => ['', content])),
    read,
    fault: fault && throwableText(fault),
    readers: webapps.map(({ host, classes }) => {
      const outcome = readSession(bytes, classes);
      return { host, fault: 'thrown' in outcome ? throwableText(outcome.thrown) : undefined };
    }),
  };
}

const webappsWithRedis = ({ hosts }: World) =>
  [...hosts.values()].flatMap((host) =>
    host.kind === 'tomcat'
      ? [...host.webapps.values()].flatMap(({ redis, classes }) => (redis ? [{ host: host.name, classes }] : []))
      : [],
  );

const className = (content: JavaContent | undefined) =>
  content?.type === 'object' ? content.description?.name : undefined;

/** StandardSession.writeObject (7.0.69), after the metadata: what it writes before the attributes, in its order. */
function savedView(
  [, created, lastAccessed, maxInactive, isNew, isValid, thisAccessed, id]: JavaContent[],
  world: World,
): SavedView {
  return {
    id: id?.type === 'string' ? id.value : undefined,
    created: momentIn(created, world),
    lastAccessed: momentIn(lastAccessed, world),
    thisAccessed: momentIn(thisAccessed, world),
    maxInactive: numberIn(maxInactive),
    isNew: truthIn(isNew),
    isValid: truthIn(isValid),
  };
}

/** The place of the attributes: name, value, name, value, …; what comes after them is RedisSession's own. */
const FIRST_ATTRIBUTE = 9;

function attributesIn(contents: readonly JavaContent[]): [name: string, value: JavaContent][] {
  const count = numberIn(contents[FIRST_ATTRIBUTE - 1]) ?? 0;
  const found: [string, JavaContent][] = [];
  for (let i = FIRST_ATTRIBUTE; found.length < count && i + 1 < contents.length; i += 2) {
    const [name, value] = [contents[i], contents[i + 1]];
    if (name && value) found.push([textIn(name), value]);
  }
  return found;
}

function textIn(content: JavaContent): string {
  const to = content.type === 'reference' ? content.to : content;
  return 'type' in to && to.type === 'string' ? to.value : '';
}

function numberIn(content: JavaContent | undefined): number | undefined {
  const told = content && valueOf(content);
  const number = Number(told?.value);
  return told && Number.isFinite(number) ? number : undefined;
}

function truthIn(content: JavaContent | undefined): boolean | undefined {
  const told = content && valueOf(content)?.value;
  return told === undefined ? undefined : told === 'true';
}

function momentIn(content: JavaContent | undefined, { epoch, now }: World): Moment | undefined {
  const unix = numberIn(content);
  return unix === undefined ? undefined : { unix, ago: epoch + now - unix };
}
