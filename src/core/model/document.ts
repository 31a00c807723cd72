/** A text cut into YAML documents, the unit of analysis and of caching. */
import { type DocumentAnalysis } from './finding';

export type Syntax = 'yaml' | 'json' | 'helm';

/** One document of a file. Two slices with equal `text`, `syntax` and `branch` have the same analysis. */
export interface DocumentSlice {
  /** Offset of `text` in the file. */
  readonly start: number;
  readonly text: string;
  readonly syntax: Syntax;
  /** Template actions that enclose the whole document (Helm), outermost first; empty otherwise. */
  readonly branch: readonly string[];
  /** Helm: what stands elsewhere in the file and can be used here: `$name := …` bodies, and whole `define` blocks. */
  readonly given?: readonly string[];
}

export interface AnalysedDocument {
  readonly slice: DocumentSlice;
  readonly analysis: DocumentAnalysis;
}

/** Every document of a file, in order. */
export interface FileAnalysis {
  readonly documents: readonly AnalysedDocument[];
}
