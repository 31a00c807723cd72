/** Nodes that lack the CSI driver of a volume that their pods use. */
import { message } from '../model/message';
import { isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { isLeaving, isMachine } from '../readiness/nodes';
import { isFinished } from '../readiness/pods';
import { about, field } from '../readiness/subjects';

const ID = 'check.csi-drivers-on-nodes';
const MINUTES = 10;

export default defineCheck({
  id: 'csi-drivers-on-nodes',
  covers: ['CSI-NODE'],
  area: 'storage',
  phase: 'nodes',
  canBlock: false,
  needs: ['csinodes', 'nodes', 'pods', 'persistentvolumes', 'persistentvolumeclaims'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-node-v1/'],
  run({ csinodes, nodes, pods, persistentvolumes, persistentvolumeclaims, snapshot }) {
    const drivers = new Map(persistentvolumes.map(({ metadata, spec }) => [metadata.name, spec?.csi?.driver]));
    const driverOf = new Map(
      persistentvolumeclaims.map(({ metadata, spec }) => [
        `${metadata.namespace ?? ''}/${metadata.name}`,
        drivers.get(spec?.volumeName ?? ''),
      ]),
    );
    const registered = new Map(
      csinodes.map(({ metadata, spec }) => [metadata.name, new Set((spec?.drivers ?? []).map(({ name }) => name))]),
    );
    const needed = new Map<string, Map<string, string>>();
    for (const { metadata, spec, ...pod } of pods) {
      if (spec?.nodeName === undefined || isFinished({ metadata, ...pod })) continue;
      for (const { persistentVolumeClaim: claim } of spec.volumes ?? []) {
        const driver = driverOf.get(`${metadata.namespace ?? ''}/${claim?.claimName ?? ''}`);
        if (driver === undefined) continue;
        const onNode = needed.get(spec.nodeName) ?? new Map<string, string>();
        onNode.set(driver, `${metadata.namespace ?? ''}/${metadata.name}`);
        needed.set(spec.nodeName, onNode);
      }
    }
    const subjects = nodes.flatMap(node => {
      const { name, creationTimestamp } = node.metadata;
      // Drivers register some time after a node has joined.
      if (!isMachine(node) || isLeaving(node) || !isOlderThan(MINUTES, creationTimestamp, snapshot.takenAt)) return [];
      return [...(needed.get(name) ?? [])]
        .filter(([driver]) => registered.get(name)?.has(driver) !== true)
        .map(([driver, pod]) =>
          about('nodes', node, {
            // No source states it as a rule.
            state: 'info',
            aspect: driver,
            message: message(`${ID}.missing`, { node: name, driver, pod }),
            evidence: [field('spec.drivers', [...(registered.get(name) ?? [])].join(', '))],
          }),
        );
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
