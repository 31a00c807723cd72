/** What the analysis of one document gives: plain data that can be cloned to a worker. */
import { type ConfigIgnore } from '../config/config';
import { type Message } from './message';
import { type Span } from './text';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeveritySetting = Severity | 'off';

/** `certain`: one result, same meaning to the server; `choice`: more than one defensible result; `manual`: no edit, the message says why. */
export type FixCertainty = 'certain' | 'choice' | 'manual' | 'none';

/** `preferred` pins defaults whose loss hurts at once; `keepDefaults` pins every default that differs. */
export type FixMode = 'preferred' | 'keepDefaults';

export interface ResourceRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string | null;
}

export interface Related extends Span {
  readonly message: Message;
  /** Another file that the span stands in, as the workspace index names it. */
  readonly file?: string;
}

/** Rows of the hover's table and of the JSON output; versions are minors such as "1.22". */
export interface Lifecycle {
  readonly deprecatedIn: string | null;
  readonly removedIn: string | null;
  /** The removal was computed by upstream's rule, not announced, and lies after the newest shipped release. */
  readonly removalExpected: boolean;
  /** apiVersion to use instead (same kind unless `replacementKind` says otherwise). */
  readonly replacement: string | null;
  readonly replacementKind: string | null;
  readonly replacementSince: string | null;
  readonly sources: readonly string[];
}

export interface Finding extends Span {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: Message;
  /** Strike the span through (an API server warns about it or refuses it). */
  readonly deprecated: boolean;
  readonly related: readonly Related[];
  readonly resource: ResourceRef;
  /** Span of the whole resource's first line key, to find it again. Offset of the resource's map in the document. */
  readonly resourceStart: number;
  readonly lifecycle: Lifecycle | null;
  readonly fix: FixCertainty;
  /** Why no automatic edit is offered (`manual`), or what has to be chosen (`choice`). */
  readonly fixReason: Message | null;
  /** Whether `keepDefaults` gives other edits than `preferred`. */
  readonly keepDefaultsDiffers: boolean;
  /** Index in the target's path at which it breaks; null when it does not break on the path. */
  readonly step: number | null;
  /** Page of the rule. */
  readonly documentation: string;
}

/** Something that kept a document, or a part of it, from being judged. */
export interface Problem extends Span {
  readonly message: Message;
}

/** A Kubernetes object in a document, whether or not something was found. */
export interface ResourceInfo extends Span {
  readonly ref: ResourceRef;
  /** `known`: judged by the data; `custom`: not a built-in API group; `unknown`: a built-in group, but not in the data. */
  readonly coverage: 'known' | 'custom' | 'unknown';
}

export interface DocumentAnalysis {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly resources: readonly ResourceInfo[];
  /** Findings left out because of an ignore comment or setting. */
  readonly ignored: number;
  /** The configured ignores that left something out; not there when none did. */
  readonly ignoredBy?: readonly ConfigIgnore[];
  /** False when the scanner alone decided that nothing here needs a parse. */
  readonly parsed: boolean;
}
