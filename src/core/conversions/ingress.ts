/**
 * Ingress extensions/v1beta1 and networking.k8s.io/v1beta1 → networking.k8s.io/v1: backends nest, paths need a pathType.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#ingress-v122
 */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { type Member } from '../edit/builder';
import { message } from '../model/message';
import { type MapView } from '../yaml/view';

export default defineConversion({
  id: 'ingress',
  kinds: ['Ingress'],
  from: ['extensions/v1beta1', 'networking.k8s.io/v1beta1'],
  to: ['networking.k8s.io/v1'],
  changes: [
    message('change.rename', { from: 'spec.backend', to: 'spec.defaultBackend' }),
    message('change.rename', { from: 'backend.serviceName', to: 'backend.service.name' }),
    message('change.rename', { from: 'backend.servicePort', to: 'backend.service.port.number | name' }),
    message('change.required', { field: 'pathType', value: 'ImplementationSpecific' }),
  ],
  convert(c) {
    const spec = c.map(c.root, 'spec');
    if (!spec) return;
    let backends = 0;
    let paths = 0;
    const defaultBackend = c.map(spec, 'backend');
    const backendField = c.field(spec, 'backend');
    if (backendField) c.edits.rename(spec, backendField.pair, 'defaultBackend');
    if (defaultBackend) backends += convertBackend(c, defaultBackend);
    for (const rule of c.list(spec, 'rules')) {
      const http = c.map(rule, 'http');
      if (!http) continue;
      for (const path of c.list(http, 'paths')) {
        if (!c.has(path, 'pathType')) {
          addPathType(c, path);
          paths += 1;
        }
        const backend = c.map(path, 'backend');
        if (backend) backends += convertBackend(c, backend);
      }
    }
    if (backends > 0) c.notes.push(message('note.backends', { count: backends }));
    if (paths > 0) c.notes.push(message('note.pathType', { count: paths }));
  },
});

/** After `path`, where readers look for it; a path without one gets it after its first key. */
function addPathType(c: Converter, path: MapView): void {
  const entry = { key: 'pathType', value: 'ImplementationSpecific' };
  const after = c.field(path, 'path')?.pair;
  if (after) c.edits.addAfter(path, after, [entry]);
  else c.edits.addAfter(path, path.pairs.at(-1) ?? c.manual(message('fix.unusual')), [entry]);
}

/** Returns how many backends changed: 0 for a resource backend. */
function convertBackend(c: Converter, backend: MapView): number {
  const name = c.scalar(backend, 'serviceName', { copyOnly: true });
  const port = c.scalar(backend, 'servicePort');
  if (!name && !port) return 0;
  const members: Member[] = [];
  if (name) {
    if (name.text === undefined && name.type !== 'string') c.manual(message('fix.notString', { field: 'serviceName' }));
    members.push({ pair: name.pair, path: ['name'] });
  }
  if (port) {
    const isNumber = port.type === 'int';
    if (!isNumber && port.type !== 'string') c.manual(message('fix.notPort', { field: 'servicePort' }));
    if (port.text !== undefined && /^\d+$/.test(port.text)) {
      c.choiceReason = message('choice.numericPort', { value: port.text });
      c.edits.replaceRaw(port.view, port.scalar, port.text);
      members.push({ pair: port.pair, path: ['port', 'number'] });
    } else {
      members.push({ pair: port.pair, path: ['port', isNumber ? 'number' : 'name'] });
    }
  }
  c.edits.nest(backend, 'service', members);
  return 1;
}
