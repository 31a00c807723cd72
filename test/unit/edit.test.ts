// The operations that conversions are made of, on small texts: what moves, what goes along, what is refused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EditBuilder, NeedsPerson } from '../../src/core/edit/builder';
import { type Entry } from '../../src/core/edit/emit';
import { applyEdits } from '../../src/core/model/text';
import { parseSlice } from '../../src/core/yaml/parse';
import { keyText, MapView, resolve } from '../../src/core/yaml/view';
import { isMap } from '../../src/core/yaml/parse';

type Syntax = 'yaml' | 'helm';
interface Scene {
  readonly builder: EditBuilder;
  readonly view: MapView;
  readonly pair: (key: string) => MapView['pairs'][number];
}

/** Runs `act` on the map under `path` and gives the edited text. */
function edited(text: string, path: readonly string[], act: (scene: Scene) => void, syntax: Syntax = 'yaml'): string {
  const document = parseSlice({ start: 0, text, syntax, branch: [] });
  assert.equal(document.broken, false, 'the text is YAML');
  const root = resolve(document, document.roots[0], []);
  assert.ok(root && isMap(root.node));
  let view = new MapView(document, root.node, root.via);
  for (const key of path) view = view.peekMap(key)!;
  const builder = new EditBuilder(document);
  const pair = (key: string): MapView['pairs'][number] => {
    const found = view.pairs.find(each => keyText(document, each) === key);
    assert.ok(found, key);
    return found;
  };
  act({ builder, view, pair });
  return applyEdits(text, builder.finish());
}

const refused = (key: string, act: () => void): void => {
  assert.throws(act, (error: unknown) => error instanceof NeedsPerson && error.reason.key === key);
};

const entry: Entry = { key: 'box', value: { entries: [{ key: 'on', value: 'yes' }] } };

describe('adding', () => {
  const before = (text: string, syntax: Syntax = 'yaml'): string =>
    edited(text, ['m'], ({ builder, view, pair }) => builder.addBefore(view, pair('b'), [entry]), syntax);
  const after = (text: string, syntax: Syntax = 'yaml'): string =>
    edited(text, ['m'], ({ builder, view, pair }) => builder.addAfter(view, pair('a'), [entry]), syntax);

  it('stands above the comments of its neighbour', () => {
    assert.equal(before('m:\n  a: 1\n  # of b\n  b: 2\n'), 'm:\n  a: 1\n  box:\n    "on": "yes"\n  # of b\n  b: 2\n');
  });

  it('stands below a value of several lines and its comment', () => {
    assert.equal(after('m:\n  a: |\n    x\n\n  b: 2\n'), 'm:\n  a: |\n    x\n  box:\n    "on": "yes"\n\n  b: 2\n');
    assert.equal(
      after('m:\n  a: [1,\n    2] # c\n  b: 2'),
      'm:\n  a: [1,\n    2] # c\n  box:\n    "on": "yes"\n  b: 2',
    );
  });

  it('keeps the style of a flow map', () => {
    assert.equal(before('m: {a: 1, b: 2}'), 'm: {a: 1, box: {"on": "yes"}, b: 2}');
    assert.equal(after('m: {a: 1, b: 2}'), 'm: {a: 1, box: {"on": "yes"}, b: 2}');
    assert.equal(after('{"m":{"a":1,"b":2}}'), '{"m":{"a":1,"box":{"on":"yes"},"b":2}}');
    assert.equal(
      after('{"m": {\n  "a": 1,\n  "b": 2\n}}'),
      '{"m": {\n  "a": 1,\n  "box": {\n    "on": "yes"\n  },\n  "b": 2\n}}',
    );
  });

  it("takes the place of a list item's first key", () => {
    const text = 'm:\n- b: 2\n  a: 1\n';
    const document = parseSlice({ start: 0, text, syntax: 'yaml', branch: [] });
    const root = document.roots[0];
    assert.ok(isMap(root));
    const item = new MapView(document, root, []).peekItems('m')[0];
    assert.ok(item && isMap(item.node));
    const view = new MapView(document, item.node, item.via);
    const builder = new EditBuilder(document);
    builder.addBefore(view, view.pairs[0]!, [{ key: 'box', value: 3 }]);
    assert.equal(applyEdits(text, builder.finish()), 'm:\n- box: 3\n  b: 2\n  a: 1\n');
  });

  it('is refused where another branch of a template begins', () => {
    refused('fix.template', () => after('m:\n  {{- if .x }}\n  a: 1\n  {{- end }}\n  b: 2\n', 'helm'));
    assert.equal(
      before('m:\n  {{- if .x }}\n  a: 1\n  {{- end }}\n  b: 2\n', 'helm'),
      'm:\n  {{- if .x }}\n  a: 1\n  {{- end }}\n  box:\n    "on": "yes"\n  b: 2\n',
    );
  });
});

describe('removing', () => {
  const without = (text: string, keys: readonly string[], syntax: Syntax = 'yaml'): string =>
    edited(text, ['m'], ({ builder, view, pair }) => keys.forEach(key => builder.remove(view, pair(key))), syntax);

  it('takes the line, its comment and the comment lines directly above', () => {
    assert.equal(
      without('m:\n  # far\n\n  # near\n  a: 1 # own\n  # next\n  b: 2\n', ['a']),
      'm:\n  # far\n\n  # next\n  b: 2\n',
    );
    assert.equal(without('m:\r\n  a: 1\r\n  b:\r\n    c: 2', ['b']), 'm:\r\n  a: 1');
  });

  it('leaves no stray comma in a flow map', () => {
    assert.equal(without('m: {a: 1, b: 2, c: 3}', ['a']), 'm: {b: 2, c: 3}');
    assert.equal(without('m: {a: 1, b: 2, c: 3}', ['b', 'c']), 'm: {a: 1}');
    assert.equal(without('m: {a: 1, b: 2, c: 3}', ['a', 'c']), 'm: {b: 2}');
    assert.equal(without('{"m": {\n  "a": 1,\n  "b": 2\n}}', ['b']), '{"m": {\n  "a": 1\n}}');
    assert.equal(without('m: {\n  a: 1, # first\n  b: 2, # second\n}', ['a']), 'm: {\n  b: 2, # second\n}');
    assert.equal(without('m: {\n  a: 1, # first\n  b: 2, # second\n}', ['b']), 'm: {\n  a: 1, # first\n}');
  });

  it('is refused for all of a map, and for an anchor that is used elsewhere', () => {
    refused('fix.unusual', () => without('m:\n  a: 1\n', ['a']));
    refused('fix.anchor', () => without('m:\n  a: &x 1\n  b: *x\n', ['a']));
  });

  it('takes a template expression along, but no line of template code', () => {
    assert.equal(without('m:\n  a: {{ .x }}\n  b: 2\n', ['a'], 'helm'), 'm:\n  b: 2\n');
    refused('fix.template', () =>
      without('m:\n  a:\n    {{- if .x }}\n    c: 1\n    {{- end }}\n  b: 2\n', ['a'], 'helm'),
    );
    refused('fix.template', () => without('m: {a: 1, {{ .x }}: 2}\n', ['a'], 'helm'));
  });
});

describe('nesting', () => {
  const nested = (text: string, syntax: Syntax = 'yaml'): string =>
    edited(
      text,
      ['m'],
      ({ builder, view, pair }) =>
        builder.nest(view, 'box', [
          { pair: pair('a'), path: ['x'] },
          { pair: pair('b'), path: ['deep', 'z'] },
        ]),
      syntax,
    );

  it('indents neighbours where they stand', () => {
    assert.equal(
      nested('m:\n  # one\n  a: 1 # c\n  # two\n  b: |\n    t\n\n    u\n  c: 3\n'),
      'm:\n  # one\n  box:\n    x: 1 # c\n    deep:\n      # two\n      z: |\n        t\n\n        u\n  c: 3\n'.replace(
        '    deep:\n      # two\n',
        '    # two\n    deep:\n',
      ),
    );
  });

  it('moves what stands apart, comments along', () => {
    assert.equal(
      nested('m:\n  a: 1\n  c: 3\n  # two\n  b: # list\n  - 1\n  - 2\n'),
      'm:\n  box:\n    x: 1\n    deep:\n      # two\n      z: # list\n      - 1\n      - 2\n  c: 3\n',
    );
    assert.equal(nested('m: {a: 1, c: 3, b: 2}'), 'm: {box: {x: 1, deep: {z: 2}}, c: 3}');
  });

  it('is refused for a value that a template indents itself', () => {
    refused('fix.template', () => nested('m:\n  a: 1\n  b:\n    {{- toYaml .x | nindent 4 }}\n', 'helm'));
    assert.equal(
      nested('m:\n  a: {{ .a }}\n  b: {{ .b }}\n', 'helm'),
      'm:\n  box:\n    x: {{ .a }}\n    deep:\n      z: {{ .b }}\n',
    );
  });
});

describe('writing a value', () => {
  const written = (text: string): string =>
    edited(text, ['m'], ({ builder, view, pair }) => builder.replaceRaw(view, pair('a').value as never, 'new'));

  it('keeps an empty one apart from its colon and its comment', () => {
    assert.equal(written('m:\n  a:\n  b: 2\n'), 'm:\n  a: new\n  b: 2\n');
    assert.equal(written('m:\n  a: # why\n  b: 2\n'), 'm:\n  a: new # why\n  b: 2\n');
    assert.equal(written('m: {a: , b: 2}\n'), 'm: {a: new , b: 2}\n');
    refused('fix.unusual', () => written('m:\n  a: &x\n  b: 2\n'));
  });
});

describe('anchors', () => {
  it('keep a scalar that is used elsewhere as it is', () => {
    refused('fix.anchor', () =>
      edited('m:\n  a: &x old\n  b: *x\n', ['m'], ({ builder, view, pair }) => {
        builder.replaceRaw(view, pair('a').value as never, 'new');
      }),
    );
  });
});
