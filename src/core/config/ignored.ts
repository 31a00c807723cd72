/** Takes out of an analysis what `.kube-upgrade.yaml` ignores. */
import { type DocumentAnalysis } from '../model/finding';
import { type FileAnalysis } from '../model/document';
import { type ConfigIgnore, covers } from './config';

/** One per file: gives back the same objects while nothing changed, as the analyser does. */
export class IgnoreFilter {
  readonly #known = new WeakMap<DocumentAnalysis, { ignores: readonly ConfigIgnore[]; analysis: DocumentAnalysis }>();

  /** `used` is told of every ignore that took something out. */
  apply(
    file: FileAnalysis,
    ignores: readonly ConfigIgnore[],
    used: (ignore: ConfigIgnore) => void = () => {},
  ): FileAnalysis {
    if (ignores.length === 0) return file;
    return {
      documents: file.documents.map(document => {
        const analysis = this.#without(document.analysis, ignores, used);
        return analysis === document.analysis ? document : { ...document, analysis };
      }),
    };
  }

  #without(
    whole: DocumentAnalysis,
    ignores: readonly ConfigIgnore[],
    used: (ignore: ConfigIgnore) => void,
  ): DocumentAnalysis {
    if (whole.findings.length === 0) return whole;
    const findings = whole.findings.filter(({ ruleId, resource }) => {
      const covering = ignores.filter(ignore => covers(ignore, ruleId, resource));
      covering.forEach(used);
      return covering.length === 0;
    });
    const taken = whole.findings.length - findings.length;
    if (taken === 0) return whole;
    const known = this.#known.get(whole);
    if (known?.ignores === ignores) return known.analysis;
    const analysis = { ...whole, findings, ignored: whole.ignored + taken };
    this.#known.set(whole, { ignores, analysis });
    return analysis;
  }
}
