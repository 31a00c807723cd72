/** The reports for programs, JSON and SARIF, checked against their schemas. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv';
import { type Report } from '../../src/cli/report';
import { folder, mixed, MIXED_ARGS, NEW_INGRESS, OLD_INGRESS, OLD_PSP, SCHEMAS } from './cliProcess';

/** Formats that the schemas name; the values here come from our own code and are checked by hand below. */
const formats = { uri: true, 'uri-reference': true, 'date-time': true } as const;

function schema(name: string): ValidateFunction {
  const text = readFileSync(join(SCHEMAS, name), 'utf8');
  return new Ajv({ allErrors: true, strict: false, formats }).compile(JSON.parse(text) as object);
}

function assertValid(validate: ValidateFunction, value: unknown): void {
  assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
}

describe('json', () => {
  const validate = schema('scan.schema.json');

  it('keeps the contract, sorted by file, line and rule', test => {
    const { status, stdout, stderr } = mixed(test).run(['scan', '--format=json', ...MIXED_ARGS]);
    assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
    const report = JSON.parse(stdout) as Report;
    assertValid(validate, report);
    assert.deepEqual(
      report.findings.map(({ file, range, ruleId, fix }) => [file, range.start.line, ruleId, fix]),
      [
        ['deploy/a.yaml', 0, 'removed-api', 'manual'],
        ['deploy/a.yaml', 7, 'removed-api', 'certain'],
        ['deploy/b ü.yaml', 7, 'removed-api', 'certain'],
      ],
    );
    const { message, documentation, ...ingress } = report.findings[1]!;
    assert.match(message, /Ingress extensions\/v1beta1/);
    assert.match(documentation, /^https:\/\/.*removed-api/);
    assert.deepEqual(ingress, {
      ruleId: 'removed-api',
      severity: 'error',
      file: 'deploy/a.yaml',
      range: { start: { line: 7, character: 12 }, end: { line: 7, character: 30 } },
      resource: { apiVersion: 'extensions/v1beta1', kind: 'Ingress', namespace: 'web', name: 'shop' },
      replacement: 'networking.k8s.io/v1',
      deprecatedIn: '1.14',
      removedIn: '1.22',
      fix: 'certain',
      step: report.target.path.findIndex(minor => Number(minor.slice(2)) >= 22),
    });
    assert.equal(report.target.version, '1.31');
    assert.equal(report.target.current, '1.20');
    assert.equal(report.target.provider, 'ack');
    assert.deepEqual(
      { ...report.summary },
      { files: 3, documents: 5, resources: 5, error: 3, warning: 0, information: 0, hint: 0, ignored: 0, problems: 1 },
    );
  });

  it('has every optional field when nothing is known, and the newest release as target', test => {
    const report = JSON.parse(folder(test).run(['scan', '--format=json', '-'], { input: OLD_PSP }).stdout) as Report;
    assertValid(validate, report);
    const [psp] = report.findings;
    assert.deepEqual([psp!.replacement, psp!.resource.namespace, report.target.current], [null, null, null]);
    assert.deepEqual(report.target.path, [report.target.version]);
  });

  it('leaves ignored findings out and counts them', test => {
    const input = OLD_INGRESS.replace('# since 2018', '# kube-upgrade-ignore removed-api');
    const { status, stdout } = folder(test).run(['scan', '--format=json', '-'], { input });
    const report = JSON.parse(stdout) as Report;
    assert.deepEqual([status, report.findings.length, report.summary.ignored], [0, 0, 1]);
  });

  it('the schema refuses what the contract does not name', () => {
    assert.equal(validate({ schemaVersion: 1, target: {}, findings: [], problems: [], summary: {} }), false);
    assert.equal(validate({}), false);
  });
});

describe('sarif', () => {
  interface Log {
    readonly runs: readonly {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
      };
      readonly invocations: readonly { readonly toolExecutionNotifications: readonly object[] }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
        }[];
        readonly fixes?: readonly {
          readonly artifactChanges: readonly {
            readonly replacements: readonly {
              readonly deletedRegion: Region;
              readonly insertedContent: { readonly text: string };
            }[];
          }[];
        }[];
      }[];
    }[];
  }
  interface Region {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  }
  const validate = schema('sarif-2.1.0.json');
  const log = (text: string): Log => {
    const value: unknown = JSON.parse(text);
    assertValid(validate, value);
    return value as Log;
  };

  it('is valid, counts from 1, names its rules, and carries what could not be checked', test => {
    const [run] = log(mixed(test).run(['scan', '--format=sarif', ...MIXED_ARGS]).stdout).runs;
    const ingress = run!.results[1]!;
    const { artifactLocation, region } = ingress.locations[0]!.physicalLocation;
    assert.deepEqual(region, { startLine: 8, startColumn: 13, endLine: 8, endColumn: 31 });
    assert.equal(artifactLocation.uri, 'deploy/a.yaml');
    assert.equal(run!.results[2]!.locations[0]!.physicalLocation.artifactLocation.uri, 'deploy/b%20%C3%BC.yaml');
    assert.equal(run!.tool.driver.rules[ingress.ruleIndex]!.id, 'removed-api');
    assert.match(run!.tool.driver.rules[ingress.ruleIndex]!.helpUri, /^https:\/\//);
    assert.equal(run!.invocations[0]!.toolExecutionNotifications.length, 1);
  });

  it('gives certain fixes as replacements that make the converted text, and only those', test => {
    const [run] = log(
      folder(test, { 'a.yaml': OLD_INGRESS, 'b.yaml': OLD_PSP }).run(['scan', '--format=sarif', '.']).stdout,
    ).runs;
    assert.equal(run!.results[1]!.fixes, undefined);
    const starts = [0, ...[...OLD_INGRESS.matchAll(/\n/g)].map(match => match.index + 1)];
    const offset = (line: number, column: number): number => starts[line - 1]! + column - 1;
    const replacements = run!.results[0]!.fixes![0]!.artifactChanges[0]!.replacements;
    const text = [...replacements]
      .sort(
        (a, b) =>
          offset(b.deletedRegion.startLine, b.deletedRegion.startColumn) -
          offset(a.deletedRegion.startLine, a.deletedRegion.startColumn),
      )
      .reduce(
        (now, { deletedRegion: at, insertedContent }) =>
          now.slice(0, offset(at.startLine, at.startColumn)) +
          insertedContent.text +
          now.slice(offset(at.endLine, at.endColumn)),
        OLD_INGRESS,
      );
    assert.equal(text, NEW_INGRESS);
  });

  it('has fingerprints that outlive moved lines and tell equal objects apart', test => {
    const prints = (text: string): string[] =>
      log(folder(test).run(['scan', '--format=sarif', '-'], { input: text }).stdout).runs[0]!.results.flatMap(result =>
        Object.values(result.partialFingerprints),
      );
    const [first, second] = prints(`${OLD_INGRESS}---\n${OLD_INGRESS}`);
    assert.notEqual(first, second);
    assert.deepEqual(prints(`# a line more\n\n${OLD_INGRESS}`), [first]);
    assert.notDeepEqual(prints(OLD_INGRESS.replace('name: shop', 'name: other')), [first]);
  });
});
