/**
 * MutatingWebhookConfiguration and ValidatingWebhookConfiguration admissionregistration.k8s.io/v1beta1 → v1: stricter
 * defaults are written down, sideEffects has to be known.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#webhook-resources-v122
 */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { type Entry } from '../edit/emit';
import { message } from '../model/message';
import { type MapView } from '../yaml/view';

const ALLOWED = ['None', 'NoneOnDryRun'] as const;

export default defineConversion({
  id: 'webhookconfiguration',
  kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  from: ['admissionregistration.k8s.io/v1beta1'],
  to: ['admissionregistration.k8s.io/v1'],
  changes: [
    message('change.default', { field: 'webhooks[].failurePolicy', from: 'Ignore', to: 'Fail' }),
    message('change.default', { field: 'webhooks[].matchPolicy', from: 'Exact', to: 'Equivalent' }),
    message('change.default', { field: 'webhooks[].timeoutSeconds', from: '30', to: '10' }),
    message('change.required', { field: 'webhooks[].sideEffects', value: 'None | NoneOnDryRun' }),
    message('change.required', { field: 'webhooks[].admissionReviewVersions', value: '[v1beta1]' }),
  ],
  convert(c) {
    if (convertAll(c, null)) return;
    c.choiceReason = message('choice.sideEffects');
    for (const value of ALLOWED) {
      c.choices.push({
        id: value,
        title: message(`choice.sideEffects.${value}`),
        apply: each => void convertAll(each, value),
      });
    }
  },
});

/** Returns whether every webhook states an allowed sideEffects, or has been given `sideEffects`. */
function convertAll(c: Converter, sideEffects: string | null): boolean {
  const names = new Set<string>();
  let known = true;
  for (const webhook of c.list(c.root, 'webhooks')) {
    const name = c.scalar(webhook, 'name', { copyOnly: true })?.text;
    if (name !== undefined && names.has(name)) c.manual(message('manual.webhookNames'));
    if (name !== undefined) names.add(name);
    const entries: Entry[] = [];
    pin(c, webhook, entries, 'failurePolicy', 'Ignore');
    pin(c, webhook, entries, 'matchPolicy', 'Exact');
    pin(c, webhook, entries, 'timeoutSeconds', 30);
    const stated = c.scalar(webhook, 'sideEffects');
    const allowed = ALLOWED.some(value => value === stated?.text);
    if (!allowed && sideEffects === null) known = false;
    if (!allowed && sideEffects !== null) {
      if (stated) c.edits.setScalar(webhook, stated.scalar, sideEffects);
      else entries.push({ key: 'sideEffects', value: sideEffects });
    }
    pin(c, webhook, entries, 'admissionReviewVersions', { items: ['v1beta1'] });
    c.edits.append(webhook, entries);
  }
  return known;
}

function pin(c: Converter, webhook: MapView, entries: Entry[], key: string, value: Entry['value']): void {
  if (c.has(webhook, key)) return;
  entries.push({ key, value });
  c.pin(`webhooks[].${key}: ${typeof value === 'object' ? '[v1beta1]' : String(value)}`);
}
