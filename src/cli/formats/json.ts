/** The JSON contract: the report as it is. */
import { type ScanResult } from '../report';

export function formatJson({ report }: ScanResult): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
