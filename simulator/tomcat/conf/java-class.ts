import type { JavaClass } from './bean.ts';
import type { Libraries } from './libraries.ts';
import { redisClasses } from './redis-classes.ts';
import { tomcatClasses } from './tomcat-classes.ts';

/** A class by its binary name, if this Tomcat (`modern`: 8.5 or later) and the jars in its lib folder have it. */
export function classNamed(name: string, modern: boolean, libraries: Libraries): JavaClass | undefined {
  if (Object.hasOwn(redisClasses, name)) return libraries.redisSessionManager ? redisClasses[name] : undefined;
  const found = Object.hasOwn(tomcatClasses, name) ? tomcatClasses[name] : undefined;
  return found?.only === (modern ? 'older' : 'newer') ? undefined : found;
}
