// The cluster view as a person sees it: the example by keyboard, its rows, an explanation, a report; and each state's welcome.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench';

const root = resolve(__dirname, '..', '..', '..');
const example = readFileSync(join(root, 'media', 'example-snapshot.json'), 'utf8');
/** The day the example was recorded. */
const takenAt = (JSON.parse(example) as { takenAt: string }).takenAt.slice(0, 10);

/** A window on a copy of the workspace, with the Cluster view in front. */
async function inWindow(
  options: Partial<WorkbenchOptions>,
  body: (window: Workbench, folder: string) => Promise<void>,
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'kube-upgrade-cluster-ui-'));
  const workspace = join(home, 'shop');
  await cp(resolve(root, 'test', 'integration', 'cluster', 'workspace'), workspace, { recursive: true });
  const window = await openWorkbench({ root, workspace, ...options });
  try {
    await body(window, home);
    assert.equal(await window.page.locator('.notification-toast').count(), 0, 'nothing pops up');
  } catch (error) {
    await window.screenshot('cluster-problem');
    throw error;
  } finally {
    await window.close();
    await rm(home, { recursive: true, force: true });
  }
}

const rows = (window: Workbench, text: string) =>
  window.page.locator('.part.sidebar .monaco-list-row', { hasText: text });

/** Opens the example and makes the bar wide enough for its sentences. */
async function seeExample(window: Workbench, title: string): Promise<void> {
  const { page } = window;
  await window.runCommand(title);
  await rows(window, 'example-shop').first().waitFor();
  const { x, width } = (await page.locator('.part.sidebar').boundingBox())!;
  await page.mouse.move(x + width, 300);
  await page.mouse.down();
  await page.mouse.move(x + width + 350, 300, { steps: 5 });
  await page.mouse.up();
}

test('the example by keyboard: expand, explain, go to the manifest, export', async () => {
  await inWindow({ theme: 'light' }, async (window, home) => {
    const { page } = window;
    await seeExample(window, 'Kubernetes Upgrade: See an Example');
    const budgets = rows(window, 'PodDisruptionBudgets that block a drain');
    await budgets.waitFor();
    await page.locator('.part.sidebar', { hasText: 'An example, recorded from a test server' }).first().waitFor();
    assert.match(
      (await budgets.getAttribute('aria-label')) ?? '',
      /^blocked: PodDisruptionBudgets .*, 1 object\. The budget/,
    );
    await page.locator('.activitybar .badge-content', { hasText: /^\d+$/ }).first().waitFor();

    await window.runCommand('Kubernetes Upgrade: Focus on Cluster View');
    await page.keyboard.press('Home');
    const focused = page.locator('.part.sidebar .monaco-list-row.focused', {
      hasText: 'PodDisruptionBudgets that block',
    });
    for (let step = 0; step < 20 && (await focused.count()) === 0; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const budget = rows(window, 'shop/PodDisruptionBudget cart');
    await budget.waitFor();
    await page.keyboard.press('ArrowDown');
    await window.screenshot('cluster-blocked-light');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'PodDisruptionBudget cart.md' }).waitFor();
    await page.locator('.view-line', { hasText: 'What to do' }).first().waitFor();
    await window.screenshot('cluster-explain-light');

    await window.runCommand('Kubernetes Upgrade: Go to Manifest');
    await page.locator('.tab.active[data-resource-name="budget.yaml"]').waitFor();

    await window.runCommand('Kubernetes Upgrade: Export Report…');
    // The name that it proposes, in the folder of the workspace; the dialog fills it in only once it has looked there.
    const name = `upgrade-readiness-example-shop-${takenAt}.md`;
    const proposed = async (): Promise<boolean> =>
      (await page.locator('.quick-input-widget input').first().inputValue()).endsWith(name);
    while (!(await proposed())) await page.waitForTimeout(50);
    await page.keyboard.press('Enter');
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    assert.match(await readFile(join(home, 'shop', name), 'utf8'), /^# Upgrade readiness of example-shop/);
    await window.screenshot('cluster-report-light');
  });
});

test('in zh-cn and in the dark: what may not be read is named', async () => {
  await inWindow({ theme: 'dark', locale: 'zh-cn' }, async window => {
    const { page } = window;
    await seeExample(window, 'Kubernetes 升级: 查看示例');
    const unknown = rows(window, '未检查').filter({ hasText: '/metrics' }).first();
    await unknown.waitFor();
    await unknown.click();
    await page.locator('.view-line', { hasText: '缺少的权限' }).first().waitFor();
    await window.screenshot('cluster-forbidden-zh-cn');
  });
});

test('before anything is connected, and when it fails', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kube-upgrade-cluster-config-'));
  try {
    const config = join(home, 'config');
    const cluster = { server: 'https://127.0.0.1:9' };
    const contexts = [{ name: 'shop-prod', context: { cluster: 'c', user: 'u' } }];
    const users = [{ name: 'u', user: { token: 'x' } }];
    const kubeconfig = { clusters: [{ name: 'c', cluster }], users, contexts, 'current-context': 'shop-prod' };
    await writeFile(config, JSON.stringify(kubeconfig));
    process.env['KUBECONFIG'] = config;
    await inWindow({ theme: 'dark' }, async window => {
      const { page } = window;
      await window.runCommand('Kubernetes Upgrade: Focus on Cluster View');
      await page.locator('.part.sidebar .monaco-button', { hasText: 'Connect to Current Context' }).waitFor();
      await window.screenshot('cluster-disconnected-dark');
      await window.runCommand('Kubernetes Upgrade: Connect to Cluster');
      await page.locator('.part.sidebar', { hasText: 'connection refused' }).first().waitFor();
      await rows(window, 'shop-prod').filter({ hasText: 'not connected' }).waitFor();
      await window.screenshot('cluster-failed-dark');
    });
  } finally {
    delete process.env['KUBECONFIG'];
    await rm(home, { recursive: true, force: true });
  }
});

test('in an untrusted workspace nothing connects, and the view says so', async () => {
  const settings = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  };
  await inWindow({ theme: 'light', settings }, async window => {
    const { page } = window;
    await window.runCommand('Kubernetes Upgrade: Focus on Cluster View');
    await page.locator('.part.sidebar .monaco-button', { hasText: 'Manage Workspace Trust' }).waitFor();
    assert.equal(await page.locator('.part.sidebar .monaco-button', { hasText: 'Connect' }).count(), 0);
    await window.screenshot('cluster-untrusted-light');
  });
});

test('the browser alone says what the view needs', async () => {
  await inWindow({ theme: 'light', kind: 'web', locale: 'zh-cn' }, async window => {
    await window.openFile('budget.yaml');
    await window.runCommand('Kubernetes 升级: Focus on 集群 View');
    await window.page.locator('.part.sidebar', { hasText: '读取集群需要桌面版编辑器' }).first().waitFor();
    await window.screenshot('cluster-web-zh-cn');
  });
});
