/** The comparison of targets over the whole index, for the list of targets. */
import { type Engine } from '../editor/engine';
import { readSettings } from '../editor/settings';
import { compareTargets, type Comparison } from './compare';
import { type WorkspaceScan } from './workspaceScan';

/** By version; undefined while the workspace is not known. */
export function compareIndex(
  scan: WorkspaceScan,
  engine: Engine,
  versions: readonly string[],
): ReadonlyMap<string, Comparison> | undefined {
  if (scan.state.kind !== 'done') return undefined;
  const settings = readSettings();
  const { catalog, core } = engine;
  const contexts = versions.map(version => engine.purpose(settings, version).context);
  const compared = compareTargets(scan.index.files(), contexts, {
    stateOf(apiVersion, kind, target) {
      const entry = catalog.find(apiVersion, kind);
      if (entry === undefined) return null;
      const { state } = core.verdict(entry, target, catalog);
      if (state === 'removed' || state === 'removal-expected') return 'removed';
      return state === 'deprecated' ? 'deprecated' : 'served';
    },
    findings: (slice, context) => core.analyse(slice, context).findings,
  });
  return new Map(compared.map((column, index) => [versions[index]!, column]));
}
