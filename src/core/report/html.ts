/** One file that any browser shows and prints, light or dark: no script, nothing loaded from anywhere. */
import { message } from '../model/message';
import { type ReportInput, type Say } from './input';
import { type Bar, type ReportEntry, reportSections } from './sections';

export function reportHtml(input: ReportInput, say: Say): string {
  const { title, verdict, facts, notices, blockers, steps, notChecked, footer } = reportSections(input, say);
  const word = (name: string, args?: Parameters<typeof message>[1]): string =>
    escape(say(message(`report.${name}`, args)));
  const list = (lines: readonly string[]): string =>
    `<ul>${lines.map(line => `<li>${escape(line)}</li>`).join('')}</ul>`;
  const folded = (name: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : `<section class="quiet"><h3>${word(name, { count: lines.length })}</h3>${list(lines)}</section>`;
  const body = [
    `<header><h1>${escape(title)}</h1><p class="verdict ${input.verdict}">${escape(verdict)}</p>`,
    `<dl>${facts.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`,
    ...notices.map(notice => `<p class="notice">${escape(notice)}</p>`),
    '</header>',
    blockers.bars.length === 0 ? '' : `<section><h2>${escape(blockers.title)}</h2>${chart(blockers.bars)}</section>`,
    ...steps.map(
      step =>
        `<section><h2>${escape(step.title)}</h2><p>${escape(step.summary)}</p>${step.entries
          .map(part => article(part, word))
          .join('')}${folded('passed', step.passed)}${folded('notApplicable', step.notApplicable)}</section>`,
    ),
    notChecked.lines.length === 0
      ? ''
      : `<section><h2>${escape(notChecked.title)}</h2>${list(notChecked.lines)}</section>`,
    `<footer><p>${escape(footer)}</p></footer>`,
  ].filter(part => part !== '');
  return `<!DOCTYPE html>
<html lang="${escape(input.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function article(entry: ReportEntry, word: (name: string) => string): string {
  const objects = entry.owners
    .map(({ name, objects: own }) => {
      const rows = own.map(
        object =>
          `<li><b>${escape(object.name)}</b>: ${escape(object.text)}${
            object.evidence.length === 0
              ? ''
              : `<ul>${object.evidence.map(item => `<li>${escape(item)}</li>`).join('')}</ul>`
          }</li>`,
      );
      return name === null ? rows.join('') : `<li>${escape(name)}<ul>${rows.join('')}</ul></li>`;
    })
    .join('');
  return [
    `<article class="${entry.state}"><h3><span class="state">${escape(entry.stateText)}</span> ${escape(entry.title)}</h3>`,
    `<p>${escape(entry.text)}</p>`,
    entry.reason === null ? '' : `<p><b>${word('notCheckedWhy')}</b>${word('colon')}${escape(entry.reason)}</p>`,
    entry.evidence.length === 0 ? '' : `<ul>${entry.evidence.map(item => `<li>${escape(item)}</li>`).join('')}</ul>`,
    objects === ''
      ? ''
      : `<ul class="objects">${objects}${entry.more === null ? '' : `<li>${escape(entry.more)}</li>`}</ul>`,
    entry.fix === null ? '' : `<p><b>${word('fix')}</b>${word('colon')}${escape(entry.fix)}</p>`,
    entry.commands.length === 0 ? '' : `<pre><code>${entry.commands.map(escape).join('\n')}</code></pre>`,
    `<p class="sources">${word('sources')}${word('colon')}${entry.sources.map(link).join(' ')}</p></article>`,
  ].join('');
}

/** Bars of plain boxes, each with its number beside it. */
function chart(bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const rows = bars.map(
    ({ label, value }) =>
      `<tr><th scope="row">${escape(label)}</th><td><span class="bar" style="width:${((value / most) * 16).toFixed(1)}em"></span> ${value}</td></tr>`,
  );
  return `<table class="chart">${rows.join('')}</table>`;
}

function link(source: string): string {
  return /^https:\/\//.test(source) ? `<a href="${escape(source)}">${escape(source)}</a>` : escape(source);
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[&<>"']/g, character => entities[character] ?? '');
}

const STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--back:#fff;--line:#d1d9e0;--fail:#b3261e;--warn:#8a5a00;--info:#0a5bb5;--pass:#1a6b32;--unknown:#6b3fa0}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--quiet:#9198a1;--back:#0d1117;--line:#3d444d;--fail:#ff7b72;--warn:#e3b341;--info:#79c0ff;--pass:#56d364;--unknown:#d2a8ff}}
body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 system-ui,sans-serif}
main{max-width:60em;margin:0 auto;padding:2em 1.5em}
h1{font-size:1.7em;margin:0}h2{font-size:1.3em;margin:2em 0 .5em;border-bottom:1px solid var(--line)}h3{font-size:1.05em;margin:0 0 .3em}
.verdict{font-size:1.15em;font-weight:600}.verdict.blocked{color:var(--fail)}.verdict.incomplete{color:var(--unknown)}.verdict.warnings{color:var(--warn)}.verdict.no-known-blockers{color:var(--pass)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em}dt{color:var(--quiet)}dd{margin:0}
article{border:1px solid var(--line);border-left:.35em solid var(--line);padding:.7em 1em;margin:.7em 0;overflow-wrap:anywhere}
article.fail{border-left-color:var(--fail)}article.warn{border-left-color:var(--warn)}article.info{border-left-color:var(--info)}article.unknown{border-left-color:var(--unknown)}
.state{font-weight:700}.fail .state{color:var(--fail)}.warn .state{color:var(--warn)}.info .state{color:var(--info)}.unknown .state{color:var(--unknown)}
article p{margin:.3em 0}ul{margin:.3em 0;padding-left:1.4em}pre{overflow-x:auto;border:1px solid var(--line);padding:.5em .8em}
.notice{border:1px solid var(--warn);padding:.5em .8em}.sources,footer,.quiet{color:var(--quiet);font-size:.9em}a{color:var(--info)}
.chart th{text-align:left;font-weight:400;padding-right:1em}.bar{display:inline-block;height:.8em;background:var(--fail);print-color-adjust:exact}
@media print{main{max-width:none;padding:0}article{break-inside:avoid}a{color:inherit}pre{white-space:pre-wrap}}
`.trim();
