/**
 * HorizontalPodAutoscaler autoscaling/v2beta1 → v2 (v2beta2 has the same shape): each metric gets a `target` and a `metric`.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v2beta1/conversion.go
 */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { type Member } from '../edit/builder';
import { message } from '../model/message';
import { type MapView } from '../yaml/view';

export default defineConversion({
  id: 'horizontalpodautoscaler',
  kinds: ['HorizontalPodAutoscaler'],
  from: ['autoscaling/v2beta1', 'autoscaling/v2alpha1'],
  to: ['autoscaling/v2', 'autoscaling/v2beta2'],
  changes: [
    message('change.rename', { from: 'resource.targetAverageUtilization', to: 'resource.target.averageUtilization' }),
    message('change.rename', { from: 'targetAverageValue', to: 'target.averageValue' }),
    message('change.rename', { from: 'targetValue', to: 'target.value' }),
    message('change.rename', { from: 'metricName', to: 'metric.name' }),
    message('change.rename', { from: 'object.selector | external.metricSelector', to: 'metric.selector' }),
    message('change.rename', { from: 'object.target', to: 'object.describedObject' }),
  ],
  convert(c) {
    const spec = c.map(c.root, 'spec');
    if (!spec) return;
    for (const metric of c.list(spec, 'metrics')) {
      for (const key of ['resource', 'containerResource']) {
        const resource = c.map(metric, key);
        if (resource)
          nestTarget(c, resource, [['targetAverageUtilization', 'averageUtilization', 'Utilization'], AVERAGE_VALUE]);
      }
      const pods = c.map(metric, 'pods');
      if (pods) {
        nestMetric(c, pods, 'selector');
        nestTarget(c, pods, [AVERAGE_VALUE]);
      }
      const object = c.map(metric, 'object');
      if (object) convertObject(c, object);
      const external = c.map(metric, 'external');
      if (external) {
        nestMetric(c, external, 'metricSelector');
        nestTarget(c, external, [['targetValue', 'value', 'Value'], AVERAGE_VALUE]);
      }
    }
  },
});

/** Old field, field of the new `target`, and the target's type when this field decides it. */
type Source = readonly [string, string, string];
const AVERAGE_VALUE: Source = ['targetAverageValue', 'averageValue', 'AverageValue'];

function convertObject(c: Converter, object: MapView): void {
  // A metric that is converted already has a `describedObject` and keeps its `target`.
  if (c.has(object, 'describedObject')) return;
  c.rename(object, 'target', 'describedObject');
  nestMetric(c, object, 'selector');
  nestTarget(c, object, [
    ['averageValue', 'averageValue', 'AverageValue'],
    ['targetValue', 'value', 'Value'],
  ]);
}

/** The first source that is there decides the type; the others are carried along, as the API server does. */
function nestTarget(c: Converter, view: MapView, sources: readonly Source[]): void {
  const found = sources.flatMap(source => {
    const field = c.field(view, source[0]);
    return field ? [{ source, field }] : [];
  });
  const first = found[0];
  if (!first) return;
  const members = found.map(({ source, field }): Member => ({ pair: field.pair, path: [source[1]] }));
  c.edits.nest(view, 'target', members, [{ key: 'type', value: first.source[2] }]);
}

function nestMetric(c: Converter, view: MapView, selectorKey: string): void {
  const name = c.field(view, 'metricName');
  const selector = c.field(view, selectorKey);
  const members: Member[] = [];
  if (name) members.push({ pair: name.pair, path: ['name'] });
  if (selector) members.push({ pair: selector.pair, path: ['selector'] });
  if (members.length > 0) c.edits.nest(view, 'metric', members);
}
