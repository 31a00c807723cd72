/** The settings of the cluster half. */
import * as vscode from 'vscode';
import { SECTION } from '../../editor/settings';

export interface ClusterSettings {
  /** Empty: as KUBECONFIG or the default path say. */
  readonly kubeconfig: string;
  /** Empty: the kubeconfig's current one. */
  readonly context: string;
  /** 0: never by itself. */
  readonly refreshMinutes: number;
  readonly extraPath: readonly string[];
}

export function readClusterSettings(): ClusterSettings {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    kubeconfig: settings.get('cluster.kubeconfig', ''),
    context: settings.get('cluster.context', ''),
    refreshMinutes: settings.get('cluster.refreshMinutes', 0),
    extraPath: settings.get('cluster.extraPath', []),
  };
}
