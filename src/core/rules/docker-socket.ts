/** Mounts of the Docker socket: since 1.24 the kubelet speaks to no Docker, and most nodes have no such socket. */
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { type Entry, entriesAt, listAt, textOf, valueSpan } from '../fields/places';
import { podSpecOf } from '../fields/pods';
import { type FieldRow } from '../fields/row';
import { SOURCE } from '../fields/sources';
import { message } from '../model/message';
import { compareMinors } from '../verdict/target';

const DOCKER = new Set([
  '/var/run/docker.sock',
  '/run/docker.sock',
  '/var/run/dockershim.sock',
  '/run/dockershim.sock',
]);
/** Sockets of the runtimes that took over: a pod that mounts one of them too works with either. */
const OTHERS = /(?:^|\/)(?:containerd|crio|cri-dockerd)\.sock$/;
const GONE = '1.24';

const row: FieldRow = {
  name: 'hostPath: /var/run/docker.sock',
  where: 'Pod, pod templates',
  deprecated: '1.20',
  ends: GONE,
  end: 'no-effect',
  warns: null,
  replacement: null,
  since: null,
  sources: [SOURCE.dockershim, 'https://github.com/aws-containers/kubectl-detector-for-docker-socket'],
};

export default defineFieldRule({
  id: 'docker-socket',
  triggers: ['docker.sock', 'dockershim.sock'],
  page: { severity: 'warning', rows: [row], example: 'block' },
  *find({ resource, context: { target } }): Iterable<Hit> {
    const paths = listAt(podSpecOf(resource), 'volumes').flatMap(volume => entriesAt(volume, 'hostPath', 'path'));
    const both = paths.some(entry => OTHERS.test(pathOf(entry)));
    const gone = compareMinors(target.version, GONE) >= 0;
    for (const entry of paths) {
      if (!DOCKER.has(pathOf(entry))) continue;
      yield {
        span: valueSpan(entry),
        row,
        what: message('fields.what.value', { path: 'hostPath.path', value: pathOf(entry) }),
        words: message(gone ? 'fields.dockerSocket' : 'fields.dockerSocketLater', {
          path: pathOf(entry),
          version: GONE,
          target: target.version,
        }),
        ...(both && { note: message('fields.note.otherSocket') }),
        severity: gone && !both ? 'warning' : 'information',
        fix: message('fields.manual.dockerSocket'),
      };
    }
  },
});

function pathOf(entry: Entry): string {
  return (textOf(entry) ?? '').replace(/(?<=.)\/+$/, '');
}
