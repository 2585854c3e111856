import { put } from '../../core/own.ts';
import type { LogEntry } from '../log/messages.ts';
import type { XmlAttribute } from '../xml/xml.ts';
import { type Bean, propertyNamed } from './bean.ts';
import { connectorBean, contextBean, handlerBean } from './containers.ts';
import { isCharset, readAs } from './convert.ts';
import type { Component, Digestion } from './digester.ts';
import { invocationTarget } from './exceptions.ts';
import { protocolKind } from './protocol.ts';
import { persistPolicies } from './redis-classes.ts';

/** SetPropertiesRule: one attribute set on an element's object, and what is logged about it. */
export function setProperty(
  digestion: Digestion,
  component: Component,
  bean: Bean,
  path: string,
  { name, value, from, to }: XmlAttribute,
): void {
  const { traits, remarks } = digestion;
  // Attributes that are no properties: Digester's "fake attributes".
  if (name === (bean === contextBean ? 'source' : 'className')) return;
  const property = propertyNamed(bean, name, traits.brackets) ?? passedOn(digestion, component, bean, name);
  const read = property && readAs(property.type, value);
  const remark = (entry: LogEntry) => remarks.push({ entry, from, to });
  if (property?.type === 'policies' && read === undefined) remark(policiesRefused(component, name, value));
  if (read === undefined) {
    if (bean.open) put(component.attributes, name, value);
    else
      remark({
        message: 'property-not-set',
        values: { path, name, value, ...(property ? { type: property.type } : {}) },
      });
    return;
  }
  if (property?.type === 'encoding' && !isCharset(value)) {
    const message = `The character encoding [${value.toLowerCase()}] is not supported`;
    const exception = { class: 'java.io.UnsupportedEncodingException', message };
    return void remark({ message: 'uri-encoding', values: { encoding: value }, exception });
  }
  if (property?.name === 'maxInactiveInterval' && traits.maxInactiveWarns)
    remark({ message: 'max-inactive-ignored', values: {} });
  if (property && property.type !== 'object') component.attributes[property.name] = read;
}

/** Connector.setProperty: the protocol handler's properties, if there is one. */
function passedOn({ traits }: Digestion, { attributes }: Component, bean: Bean, name: string) {
  if (bean !== connectorBean || protocolKind(attributes['protocol'], traits) === 'unknown') return undefined;
  return propertyNamed(handlerBean, name, traits.brackets);
}

function policiesRefused({ className }: Component, name: string, value: string): LogEntry {
  const chosen = persistPolicies(value);
  const refused = 'refused' in chosen ? chosen.refused : '';
  const message = `Invalid session persist policy [${refused}]. Must be one of [DEFAULT, SAVE_ON_CHANGE, ALWAYS_SAVE_AFTER_REQUEST].`;
  const exception = invocationTarget({ class: 'java.lang.IllegalArgumentException', message });
  return { message: 'setter-threw', values: { class: className ?? '', name, value }, exception };
}
