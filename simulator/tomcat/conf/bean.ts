/**
 * How a setter reads its text; one that cannot leaves the default, and that is logged. `object`: the setter wants what
 * no text can be, and is called with null.
 */
export type PropertyType = 'string' | 'int' | 'long' | 'boolean' | 'address' | 'policies' | 'encoding' | 'object';

/** Properties by name. */
export type Properties = Readonly<Record<string, PropertyType>>;

/** An object that attributes set properties of: its public setters. */
export interface Bean {
  properties: Properties;
  /** Those that only Tomcat 7 and 8.0 have, or only 8.5 and later. */
  older?: Properties;
  newer?: Properties;
  /** Takes any attribute, or has setters that are not listed: none is refused. */
  open?: boolean;
}

/** What an element's parent takes it as. */
export type Role =
  | 'Manager'
  | 'Store'
  | 'SessionIdGenerator'
  | 'Valve'
  | 'LifecycleListener'
  | 'Realm'
  | 'CredentialHandler'
  | 'Loader'
  | 'Resources'
  | 'ResourceSet'
  | 'CookieProcessor'
  | 'JarScanner'
  | 'JarScanFilter'
  | 'Executor'
  | 'Cluster'
  | 'UpgradeProtocol'
  | 'Container'
  | 'Service';

/** A class that configuration may name. */
export interface JavaClass extends Bean {
  is: Role;
  /** Exists only up to Tomcat 8.0, or only from 8.5 on. */
  only?: 'older' | 'newer';
}

/** The property that an attribute sets: `port` and `Port` both call `setPort`. */
export function propertyNamed(
  { properties, older, newer }: Bean,
  name: string,
  modern: boolean,
): { name: string; type: PropertyType } | undefined {
  const uncapital = name.charAt(0).toLowerCase() + name.slice(1);
  for (const candidate of [name, uncapital]) {
    for (const table of [properties, (modern ? newer : older) ?? {}]) {
      const type = Object.hasOwn(table, candidate) ? table[candidate] : undefined;
      if (type) return { name: candidate, type };
    }
  }
  return undefined;
}

/** Properties listed by type: `setters({ int: 'port timeout' })`. */
export function setters(types: Partial<Record<PropertyType, string>>): Properties {
  const entries = Object.entries(types) as [PropertyType, string][];
  return Object.fromEntries(entries.flatMap(([type, names]) => names.split(/\s+/).map((name) => [name, type])));
}
