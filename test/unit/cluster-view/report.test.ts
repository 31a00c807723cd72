// Reports and explanations: everything that is known is in them, and nothing a cluster says becomes markup.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Message } from '../../../src/core/model/message';
import { explainMarkdown, reportHtml, reportMarkdown, type ReportInput } from '../../../src/core/report';
import { format } from '../../../src/words/cluster';
import { type Language } from '../../../src/words/formatter';
import { owner, result, subject, text } from './results';

const say = (language: Language) => (message: Message) => format(message, language);
const english = say('en');
const EVIL = '<script>alert(1)</script> [x](command:evil) *b*\n# h';

const blocked = result('pdb', {
  ...{ state: 'fail', area: 'budgets', remediation: text('Run one more.'), sources: ['https://example.com/source'] },
  evidence: [text('seen on the server')],
  subjects: [
    subject('web-0', { owner: owner('web'), evidence: [text('one of one')], commands: ['kubectl get pod web-0'] }),
    subject(EVIL, { message: text(EVIL) }),
  ],
});
const unknown = result('metrics', {
  state: 'unknown',
  reason: { key: 'unread.forbidden', args: { what: 'get /metrics' } },
  missing: [{ verb: 'get', group: '', resource: '/metrics', namespace: null, name: null }],
});

const input: ReportInput = {
  snapshot: {
    ...{ source: { context: 'ack-prod', cluster: 'shop' }, takenAt: '2026-11-21T14:05:09.000Z', clock: 'server' },
    notices: [{ key: 'cluster.notice.insecure' }],
    version: { state: 'read', value: { gitVersion: 'v1.32.13-x', major: '1', minor: '32', platform: null } },
  },
  target: { version: '1.33', provider: 'generic', current: '1.32', path: ['1.32', '1.33'] },
  results: [blocked, unknown, result('fine'), result('other', { state: 'not-applicable' })],
  verdict: 'blocked',
  data: { asOf: '2026-11-01', newest: '1.37' },
  language: 'en',
};

describe('the report', () => {
  for (const [name, write] of [
    ['Markdown', reportMarkdown],
    ['HTML', reportHtml],
  ] as const) {
    it(`holds every finding with evidence and source, and what was not checked (${name})`, () => {
      const report = write(input, english);
      const wanted = [
        'ack-prod',
        'Blocked.',
        '1.32 → 1.33',
        '2026-11-21 14:05 UTC',
        'Disruption budgets',
        'not verified',
      ];
      wanted.push('shop/Pod web-0', 'shop/Deployment web', 'one of one', 'seen on the server', 'Run one more.');
      wanted.push('kubectl get pod web-0', 'https://example.com/source', 'missing permission: get /metrics');
      wanted.push('Title of fine', 'Title of other', '2026-11-01', 'What was not checked');
      for (const words of wanted) assert.ok(report.includes(words), `“${words}” is not in it:\n${report}`);
      assert.ok(report.indexOf('blocked') < report.indexOf('Title of metrics'));
    });

    it(`has no words left in the other language, and no holes (${name})`, () => {
      const chinese = write({ ...input, language: 'zh-CN' }, say('zh-cn'));
      assert.match(chinese, /阻塞/);
      assert.doesNotMatch(chinese, /What was|not checked|\{\w+\}|undefined|report\./);
      assert.doesNotMatch(write(input, english), /\{\w+\}|undefined|report\.\w|\p{Script=Han}/u);
    });
  }

  it('is one HTML file without a script that loads nothing', () => {
    const html = reportHtml(input, english);
    assert.doesNotMatch(html, /<script|\son\w+=|\ssrc=|@import|url\(|<link/i);
    assert.match(html, /default-src 'none'/);
    assert.match(html, /&lt;script&gt;alert\(1\)/);
    assert.match(html, /<html lang="en">/);
    assert.match(html, /prefers-color-scheme:dark/);
    assert.match(html, /@media print/);
  });

  it('says what a cluster says as text in Markdown', () => {
    const markdown = reportMarkdown(input, english);
    assert.ok(markdown.includes('\\<script\\>alert(1)\\</script\\> \\[x\\](command:evil) \\*b\\* \\# h'), markdown);
    assert.doesNotMatch(markdown, /^# h/m);
  });
});

describe('an explanation', () => {
  it('of a check names why it is unknown and which permission is missing', () => {
    const page = explainMarkdown(unknown, null, english);
    assert.match(page, /^# Title of metrics$/m);
    assert.match(page, /\*\*not checked\*\*/);
    assert.match(page, /^- `get \/metrics`$/m);
    assert.doesNotMatch(page, /What to do/);
  });

  it('of a check lists its objects, what to do, commands and sources', () => {
    const page = explainMarkdown(blocked, null, english);
    for (const words of [
      '## 2 objects',
      'shop/Pod web-0: about web-0',
      'Run one more.',
      '```sh\nkubectl get pod web-0\n```',
    ]) {
      assert.ok(page.includes(words), words);
    }
    assert.match(page, /<https:\/\/example\.com\/pdb>\n- <https:\/\/example\.com\/source>/);
  });

  it('of an object speaks of that object alone', () => {
    const page = explainMarkdown(blocked, blocked.subjects[0]!, english);
    assert.match(page, /^# shop\/Pod web-0$/m);
    assert.match(page, /Belongs to shop\/Deployment web\./);
    assert.match(page, /one of one/);
    assert.doesNotMatch(page, /alert/);
  });
});
