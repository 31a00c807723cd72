/** Report in, text in the asked-for format out. */
import { type Format } from '../options';
import { type ScanResult } from '../report';
import { type Session, type Terminal } from '../session';
import { formatJson } from './json';
import { formatJunit } from './junit';
import { formatMarkdown } from './markdown';
import { formatSarif } from './sarif';
import { formatTable } from './table';

export function formatReport(format: Format, result: ScanResult, session: Session, terminal: Terminal): string {
  switch (format) {
    case 'json':
      return formatJson(result);
    case 'sarif':
      return formatSarif(result, session);
    case 'junit':
      return formatJunit(result, session);
    case 'markdown':
      return formatMarkdown(result, session);
    case 'table':
      return formatTable(result, session, terminal);
  }
}
