/**
 * Plain scalars as Kubernetes reads them: YAML 1.1 after go-yaml v2, which sigs.k8s.io/yaml carries
 * (https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go).
 */

export type ScalarType = 'null' | 'bool' | 'int' | 'float' | 'string';

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const BOOLS = new Set(
  ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].concat([
    'n',
    'N',
    'no',
    'No',
    'NO',
    'false',
    'False',
    'FALSE',
    'off',
    'Off',
    'OFF',
  ]),
);
const SPECIAL_FLOAT = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const FLOAT = /^[-+]?[0-9]*\.?[0-9]+(?:[eE][-+][0-9]+)?$/;
const INT = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]*|[1-9][0-9]*)$/;

/** Type of an unquoted scalar. Timestamps are strings: go-yaml keeps them so when no Go time is asked for. */
export function plainType(source: string): ScalarType {
  if (NULLS.has(source)) return 'null';
  if (BOOLS.has(source)) return 'bool';
  if (!/^[-+.0-9]/.test(source)) return 'string';
  const digits = source.replaceAll('_', '');
  if (INT.test(digits)) return 'int';
  return FLOAT.test(digits) || SPECIAL_FLOAT.test(source) ? 'float' : 'string';
}

/** Value of a plain integer: 0777 is octal, 1_000 is a thousand. */
export function plainInt(source: string): number {
  const digits = source.replaceAll('_', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const bare = digits.replace(/^[-+]/, '');
  return sign * Number(/^0[0-7]+$/.test(bare) ? `0o${bare.slice(1)}` : bare);
}

/** Whether `text` has to be quoted so that Kubernetes reads it back as this very string, in block and in flow style. */
export function needsQuotes(text: string): boolean {
  return (
    plainType(text) !== 'string' ||
    /^[\s\-?:,[\]{}#&*!|>'"%@`=<]/.test(text) ||
    /[\s:]$|: | #|[,[\]{}]|[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]/.test(text)
  );
}
