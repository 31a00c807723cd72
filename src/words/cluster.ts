/** The formatter of the cluster half: everything the editor half can say, and what only a cluster makes anyone say. */
import { type MessageArg } from '../core';
import { en as base } from './en';
import { checks } from './en/checks';
import { cluster } from './en/cluster';
import { clusterView } from './en/clusterView';
import { formatter, type Language } from './formatter';
import { zhCn as baseZhCn } from './zh-cn';
import { checks as checksZhCn } from './zh-cn/checks';
import { cluster as clusterZhCn } from './zh-cn/cluster';
import { clusterView as clusterViewZhCn } from './zh-cn/clusterView';

const en = { ...base, ...cluster, ...clusterView, ...checks } as const;
export type ClusterKey = keyof typeof en;
/** A missing key does not compile. */
const zhCn: Readonly<Record<ClusterKey, string>> = { ...baseZhCn, ...clusterZhCn, ...clusterViewZhCn, ...checksZhCn };

export const format = formatter({ en, 'zh-cn': zhCn });

/** The same for words that an adapter names itself. */
export function words(key: ClusterKey, args: Readonly<Record<string, MessageArg>>, language: Language): string {
  return format({ key, args }, language);
}
