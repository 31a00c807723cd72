/** Ignore comments: where they may stand, what they cover, until when. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Syntax } from '../../../src/core/model/document';
import { analyseAll, contextOf, lines, problems, rows, usual } from './support';

const WORD = 'kube-upgrade-ignore';
const found = (text: string, syntax: Syntax = 'yaml'): number => rows(text, usual, syntax).length;
const ignored = (text: string, syntax: Syntax = 'yaml'): number =>
  analyseAll(text, usual, syntax).reduce((sum, { analysis }) => sum + analysis.ignored, 0);

describe('an ignore comment holds', () => {
  const cases: readonly { readonly what: string; readonly text: string; readonly syntax?: Syntax }[] = [
    {
      what: 'at the end of the line',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api`, 'kind: Ingress'),
    },
    {
      what: 'on the line above',
      text: lines('kind: Ingress', `# ${WORD} removed-api`, 'apiVersion: extensions/v1beta1'),
    },
    {
      what: 'above a comment that stands above',
      text: lines('kind: Ingress', `# ${WORD} removed-api`, '# since 2018', '', 'apiVersion: extensions/v1beta1'),
    },
    {
      what: 'before the first key, for the whole document',
      text: lines(`# ${WORD} removed-api`, 'kind: Ingress', 'metadata: {name: a}', 'apiVersion: extensions/v1beta1'),
    },
    {
      what: 'after the marker',
      text: lines('a: 1', '---', `# ${WORD} removed-api`, 'kind: Ingress', 'apiVersion: extensions/v1beta1'),
    },
    {
      what: 'on the line of the marker',
      text: lines('a: 1', `--- # ${WORD} removed-api`, 'kind: Ingress', 'apiVersion: extensions/v1beta1'),
    },
    {
      what: 'with several rules',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} deprecated-api, removed-api`, 'kind: Ingress'),
    },
    {
      what: 'with a reason',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api the old cluster`, 'kind: Ingress'),
    },
    {
      what: 'until a day to come',
      text: lines(
        `apiVersion: extensions/v1beta1 # ${WORD} removed-api until 2026-12-31 then we move`,
        'kind: Ingress',
      ),
    },
    {
      what: 'on its last day',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api until 2026-06-15`, 'kind: Ingress'),
    },
    { what: 'with CRLF', text: `kind: Ingress\r\n# ${WORD} removed-api\r\napiVersion: extensions/v1beta1\r\n` },
    {
      what: 'in a template’s comment',
      text: lines(`{{/* ${WORD} removed-api */}}`, 'apiVersion: extensions/v1beta1', 'kind: Ingress'),
      syntax: 'helm',
    },
    {
      what: 'in a template’s trimmed comment',
      text: lines('kind: Ingress', `{{- /* ${WORD} removed-api */ -}}`, 'apiVersion: extensions/v1beta1'),
      syntax: 'helm',
    },
    {
      what: 'in KYAML',
      text: lines('{', `  apiVersion: "extensions/v1beta1", # ${WORD} removed-api`, '  kind: "Ingress",', '}'),
    },
  ];
  for (const { what, text, syntax = 'yaml' } of cases) {
    it(what, () => {
      assert.equal(found(text, syntax), 0);
      assert.equal(ignored(text, syntax), 1);
    });
  }
});

describe('an ignore comment does not hold', () => {
  const cases: readonly { readonly what: string; readonly text: string; readonly told?: readonly string[] }[] = [
    {
      what: 'for another rule',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} deprecated-api`, 'kind: Ingress'),
    },
    {
      what: 'for the start of a rule’s name',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed`, 'kind: Ingress'),
    },
    {
      what: 'for a line further down',
      text: lines('kind: Ingress', `# ${WORD} removed-api`, 'metadata: {}', 'apiVersion: extensions/v1beta1'),
    },
    {
      what: 'after its last day',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api until 2026-06-14`, 'kind: Ingress'),
    },
    {
      what: 'in the document before',
      text: lines(`# ${WORD} removed-api`, 'a: 1', '---', 'apiVersion: extensions/v1beta1', 'kind: Ingress'),
    },
    { what: 'as a text', text: lines('apiVersion: extensions/v1beta1', 'kind: Ingress', `x: "# ${WORD} removed-api"`) },
    {
      what: 'without a rule, and says so',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD}`, 'kind: Ingress'),
      told: ['ignoreRule 1'],
    },
    {
      what: 'with a date that is none, and says so',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api until 2026-13-01`, 'kind: Ingress'),
      told: ['ignoreDate 1'],
    },
    {
      what: 'with another spelling of the date, and says so',
      text: lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api until tomorrow`, 'kind: Ingress'),
      told: ['ignoreDate 1'],
    },
  ];
  for (const { what, text, told = [] } of cases) {
    it(what, () => {
      assert.equal(found(text), 1);
      assert.equal(ignored(text), 0);
      assert.deepEqual(problems(text), told);
    });
  }

  it('and covers only its own object of a list', () => {
    const text = lines(
      'apiVersion: v1',
      'kind: List',
      'items:',
      `- apiVersion: batch/v1beta1 # ${WORD} removed-api`,
      '  kind: CronJob',
      '- apiVersion: batch/v1beta1',
      '  kind: CronJob',
    );
    assert.deepEqual(rows(text), ['6 removed-api error certain batch/v1beta1']);
    assert.equal(ignored(text), 1);
  });

  it('and the day is the caller’s', () => {
    const text = lines(`apiVersion: extensions/v1beta1 # ${WORD} removed-api until 2026-06-20`, 'kind: Ingress');
    assert.equal(rows(text, contextOf({ today: '2026-06-20' })).length, 0);
    assert.equal(rows(text, contextOf({ today: '2026-06-21' })).length, 1);
  });
});
