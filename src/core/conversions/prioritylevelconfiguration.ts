/**
 * PriorityLevelConfiguration flowcontrol.apiserver.k8s.io: the shares have another name from v1beta3 on, and in v1 a
 * zero means none, where it used to mean the default of 30.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#flowcontrol-resources-v132
 */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { message } from '../model/message';

const GROUP = 'flowcontrol.apiserver.k8s.io';
const KEEP_ZERO = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

export default defineConversion({
  id: 'prioritylevelconfiguration',
  kinds: ['PriorityLevelConfiguration'],
  from: ['v1alpha1', 'v1beta1', 'v1beta2', 'v1beta3'].map(version => `${GROUP}/${version}`),
  to: ['v1beta1', 'v1beta2', 'v1beta3', 'v1'].map(version => `${GROUP}/${version}`),
  changes: [
    message('change.rename', {
      from: 'spec.limited.assuredConcurrencyShares',
      to: 'spec.limited.nominalConcurrencyShares',
    }),
    message('change.zeroShares', { from: 'spec.limited.nominalConcurrencyShares' }),
  ],
  convert(c) {
    const late = `${GROUP}/v1beta3`;
    if (c.to !== late && c.to !== `${GROUP}/v1`) return;
    const spec = c.map(c.root, 'spec');
    const limited = spec && c.map(spec, 'limited');
    const old = c.from === late ? 'nominalConcurrencyShares' : 'assuredConcurrencyShares';
    const shares = limited && c.scalar(limited, old, { copyOnly: true });
    if (limited && old === 'assuredConcurrencyShares') c.rename(limited, old, 'nominalConcurrencyShares');
    const kept = c.from === late && dropAnnotation(c);
    if (!shares || kept) return;
    if (shares.int === undefined) c.manual(message('fix.unknown.template', { field: old }));
    if (shares.int !== 0) return;
    c.edits.replaceRaw(shares.view, shares.scalar, '30');
    c.pin('nominalConcurrencyShares: 30');
  },
});

/** The annotation by which a zero was meant as one; v1 needs it no more. Returns whether it is there. */
function dropAnnotation(c: Converter): boolean {
  const metadata = c.map(c.root, 'metadata');
  const annotations = metadata && c.map(metadata, 'annotations');
  const field = annotations && c.field(annotations, KEEP_ZERO);
  if (!field) return false;
  if (annotations.pairs.length > 1) c.edits.remove(annotations, field.pair);
  else c.edits.remove(metadata, c.field(metadata, 'annotations')!.pair);
  return true;
}
