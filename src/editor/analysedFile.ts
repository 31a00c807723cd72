/** What is known of an open document: its analysis with everything it was made of, or why there is none. */
import type * as vscode from 'vscode';
import { type Context, type FileAnalysis, type Message, type Syntax } from '../core';
import { type EditorSettings } from './settings';

export interface AnalysedFile {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly text: string;
  readonly syntax: Syntax;
  readonly settings: EditorSettings;
  readonly context: Context;
  readonly analysis: FileAnalysis;
  /** Text of a version setting that could not be read. */
  readonly unreadable: string | null;
  /** Time of the last analysis when one giant document makes each of them long, else null. */
  readonly milliseconds: number | null;
}

/** What can be said of a document that looks like a manifest. */
export type Outcome =
  | { readonly kind: 'analysed'; readonly file: AnalysedFile }
  | { readonly kind: 'skipped'; readonly reason: Message }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: Message };
