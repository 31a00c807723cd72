/** What the index keeps of each file: enough to show, count and find again, and no text and no tree. Knows no VS Code. */
import { type DocumentSlice } from '../core/model/document';
import { type Finding } from '../core/model/finding';
import { type Message } from '../core/model/message';

/** Zero-based, in UTF-16 units. */
export interface IndexedPlace {
  readonly line: number;
  readonly character: number;
}

/** A Kubernetes object. `namespace` and `name` are null where the file does not say, or says it with an expression. */
export interface IndexedObject extends IndexedPlace {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string | null;
  /** Offset in the file. */
  readonly offset: number;
  /** Its name is what a template or an overlay makes of it. */
  readonly templated: boolean;
}

export interface IndexedFinding {
  readonly finding: Finding;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly from: IndexedPlace;
  readonly to: IndexedPlace;
}

export interface IndexedDocument {
  readonly objects: readonly IndexedObject[];
  readonly findings: readonly IndexedFinding[];
  /** Kept only where another target's verdict hangs on more than the objects' APIs (a template's branches, an ignore). */
  readonly slice: DocumentSlice | null;
}

/** How a file lies on the disk; two equal stamps mean that nothing has to be read again. */
export interface Stamp {
  readonly mtime: number;
  readonly size: number;
}

/** What a file belongs to: `root` is the folder's address. */
export interface Belonging {
  readonly kind: 'chart' | 'kustomization';
  readonly root: string;
}

export interface IndexedFile {
  /** Address of the file, as a string. */
  readonly uri: string;
  /** For people: relative to its workspace folder, which is named in front where there are several. */
  readonly label: string;
  /** Null while the text comes from an editor. */
  readonly stamp: Stamp | null;
  /** Of the text; 0 for a file that cannot hold an object, or that has to be judged again. */
  readonly hash: number;
  /** Only documents with an object or a finding. */
  readonly documents: readonly IndexedDocument[];
  readonly ignored: number;
  /** Versions on the way to the file's target; `finding.step` counts in them. */
  readonly path: readonly string[];
  /** The ignores of `.kube-upgrade.yaml` that took something out: address of the file and offset of the entry. */
  readonly usedIgnores: readonly string[];
  /** Parts that could not be judged. */
  readonly problems: readonly { readonly line: number; readonly message: Message }[];
  /** Why the whole file was not looked at. */
  readonly skipped: Message | null;
}
