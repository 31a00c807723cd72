/** Volumes that could not be attached or detached, or still hang on a node that is gone. */
import { message } from '../model/message';
import { isOlderThan } from '../readiness/ages';
import { defineCheck, found } from '../readiness/define';
import { about, field } from '../readiness/subjects';

const ID = 'check.volume-attachments';
const MINUTES = 5;

export default defineCheck({
  id: 'volume-attachments',
  covers: ['VA-STUCK'],
  area: 'storage',
  phase: 'nodes',
  canBlock: false,
  needs: ['volumeattachments', 'nodes'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/'],
  run({ volumeattachments, nodes, snapshot }) {
    const names = new Set(nodes.map(({ metadata }) => metadata.name));
    const subjects = volumeattachments.flatMap(attachment => {
      const { nodeName: node = '', source } = attachment.spec ?? {};
      const args = { volume: source?.persistentVolumeName ?? attachment.metadata.name, node };
      const error = attachment.status?.detachError ?? attachment.status?.attachError;
      if (error !== undefined) {
        const key = attachment.status?.detachError === undefined ? 'attach' : 'detach';
        return [
          about('volumeattachments', attachment, {
            state: 'warn',
            message: message(`${ID}.${key}`, args),
            evidence: [field(`status.${key}Error.message`, error.message ?? '')],
          }),
        ];
      }
      if (names.has(node) || !isOlderThan(MINUTES, attachment.metadata.creationTimestamp, snapshot.takenAt)) return [];
      const evidence = [field('spec.nodeName', node)];
      return [
        about('volumeattachments', attachment, { state: 'warn', message: message(`${ID}.orphan`, args), evidence }),
      ];
    });
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
