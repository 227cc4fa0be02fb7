// A corpus that is meant to do harm: markup, links and commands in names of files, in the text, in labels
// and in notes. Wherever the editor shows them they are letters, and nothing of them runs.
import assert from 'node:assert/strict';
import { sidecar } from '../support/articles';
import { type Editor, eventually, openEditor } from '../support/editor';
import { type Frame, viewWith } from '../support/webviews';

const LINK = '[انقر](command:workbench.action.toggleZenMode)';
const IMAGE = '<img src=x onerror="top.harmed=1,window.harmed=1">';
const FILE = `news) ${LINK} $(flame).txt`;
const BROKEN = `broken ${LINK}.txt`;
const NAME = `علي ${LINK}`;
const CONTENT = `الأسعار ${IMAGE} ${LINK} ثابتة`;
const FILLER = 'وهذه فقرة ليس فيها اسم لأحد ولا ادعاء، وإنما هي كلام في الطقس والزرع.\n\n'.repeat(
  8,
);
const TEXT = `قال ${NAME} إن ${CONTENT} منذ عام 2024.\n\nوغادر ${NAME} إلى بغداد $(flame) أمس.\n\n${FILLER}`;
const NOTE = `${IMAGE} **${LINK}** <script>window.harmed=1</script>`;

function hostileSidecar(): string {
  const extra = [
    `note: ${JSON.stringify(NOTE)}`,
    'link: "javascript:window.harmed=1"',
    `by: ${JSON.stringify(LINK)}`,
    `verdict: ${JSON.stringify(NOTE)}`,
    'evidence: "javascript:window.harmed=1"',
  ];
  return sidecar(FILE, TEXT, [
    { label: 'PERS', quote: NAME },
    { label: 'CLAIM', quote: CONTENT, cue: 'قال' },
  ]).replaceAll(/^( +)label: .*$/gm, (line, indent: string) =>
    [line, ...extra.map((one) => indent + one)].join('\n'),
  );
}

const CONFIG = `labels:
  - name: PERS
    names: {ar: ${JSON.stringify(IMAGE)}, en: ${JSON.stringify(LINK)}}
    guideline: ${JSON.stringify(NOTE)}
    key: p
`;

describe('a hostile corpus', () => {
  let editor: Editor;
  before(async () => {
    editor = await openEditor({
      files: {
        [FILE]: TEXT,
        [`${FILE}.ann.yaml`]: hostileSidecar(),
        'hashiya.yaml': CONFIG,
        [BROKEN]: TEXT,
        [`${BROKEN}.ann.yaml`]: `hashiya: 1\nstatus: ${JSON.stringify(LINK)}\n`,
      },
      file: FILE,
      sideBar: true,
      width: 1400,
    });
    await eventually(
      'it is an article',
      async () => (await editor.language()) === 'arabic-news',
      30_000,
    );
  });
  after(() => editor.close());

  /** Addresses of all links below the elements, the editor's own kind and plain ones. */
  const linksIn = (selector: string): Promise<string[]> =>
    editor.page
      .locator(`${selector} a`)
      .evaluateAll((links) =>
        links
          .map((link) => link.getAttribute('data-href') ?? link.getAttribute('href') ?? '')
          .filter((address) => address !== ''),
      );

  async function assertUnharmed(): Promise<void> {
    const harmed = editor.page.evaluate(() => (globalThis as { harmed?: unknown }).harmed);
    assert.equal(await harmed, undefined);
    assert.equal(await editor.page.locator('img[src="x"]').count(), 0);
  }

  it('shows letters in the hover, and links to our own acts only', async () => {
    await editor.select([0, TEXT.indexOf(NAME) + 2]);
    const hover = editor.page.locator('.monaco-hover:visible');
    await eventually('the hover shows', async () => {
      await editor.command('editor.action.showHover');
      return (await hover.count()) > 0 && (await hover.innerText()).includes('onerror');
    });
    const text = (await hover.innerText()).replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
    assert.ok(text.includes(LINK), text);
    assert.ok(text.includes('<script>'), text);
    const links = await linksIn('.monaco-hover:visible');
    assert.ok(links.length >= 4, links.join('\n'));
    for (const link of links) assert.match(link, /^command:hashiya\.[a-zA-Z]+\?[^()]*$/);
    await assertUnharmed();
  });

  it('shows letters in messages', async () => {
    const LIST = '.notifications-list-container';
    const MESSAGE = `${LIST} .notification-list-item-message`;
    const list = editor.page.locator(LIST);
    const says = (words: string): Promise<unknown> =>
      eventually(`the message says ${words}`, async () => {
        await editor.command('notifications.showList');
        return (await list.count()) > 0 && (await list.innerText()).includes(words);
      });
    await editor.open(BROKEN);
    await eventually(
      'it is an article',
      async () => (await editor.language()) === 'arabic-news',
      30_000,
    );
    await editor.select([0, 4], [0, 8]);
    // The message waits for an answer.
    void editor.command('hashiya.tagAs', 'PERS').catch(() => undefined);
    await says('broken');
    assert.deepEqual(await linksIn(MESSAGE), []);
    await editor.host((vscode, text) => void vscode.window.showInformationMessage(text), LINK);
    await eventually('the editor makes a link of the same words', async () => {
      return (await linksIn(MESSAGE)).length > 0;
    });
    await editor.command('notifications.clearAll');
    await editor.command('notifications.hideList');
    await assertUnharmed();
  });

  it('shows letters in the tree and in lists', async () => {
    await editor.open(FILE);
    await editor.command('hashiya.article.focus');
    const rows = editor.page.locator('.sidebar .monaco-list-row');
    await eventually('the tree shows', async () => (await rows.count()) > 3);
    assert.deepEqual(await linksIn('.sidebar'), []);
    assert.equal(await editor.page.locator('.sidebar .codicon-flame').count(), 0);
    await editor.select([0, 4], [0, 7]);
    void editor.command('hashiya.tag');
    const list = editor.page.locator('.quick-input-list .monaco-list-row');
    await eventually('the list shows', async () => (await list.count()) > 0);
    assert.equal(await editor.page.locator('.quick-input-list .codicon-flame').count(), 0);
    await editor.page.keyboard.press('Escape');
    await assertUnharmed();
  });

  const pages: readonly (readonly [string, string, string])[] = [
    ['the margin', 'hashiya.openMargin', 'hashiya-note'],
    ['the reading edition', 'hashiya.openReadingEdition', 'article .line'],
    ['the dashboard', 'hashiya.dashboard', 'svg'],
  ];
  for (const [what, command, selector] of pages) {
    it(`shows letters in ${what}, whose policy lets nothing else in`, async () => {
      await editor.open(FILE);
      await editor.command(command);
      const frame = await viewWith(editor, selector);
      await assertLetters(frame);
      await assertPolicy(frame);
      await assertUnharmed();
    });
  }

  async function assertLetters(frame: Frame): Promise<void> {
    const found = await frame.evaluate(() => ({
      elements: document.querySelectorAll('img, iframe, object, embed, form').length,
      scripts: [...document.scripts].filter(({ src, nonce }) => src === '' && nonce === '').length,
      links: [...document.querySelectorAll('a')].map(({ href }) => new URL(href).protocol),
      harmed: (globalThis as { harmed?: unknown }).harmed,
    }));
    assert.equal(found.elements, 0);
    assert.equal(found.harmed, undefined);
    for (const protocol of found.links) assert.match(protocol, /^(https?|vscode-webview):$/);
  }

  /** Markup that got into the page nevertheless would do nothing. */
  async function assertPolicy(frame: Frame): Promise<void> {
    const done = await frame.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = 1';
      const style = document.createElement('style');
      style.textContent = 'body { outline-style: dotted !important }';
      const image = document.createElement('img');
      image.src = 'https://example.org/x.png';
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        refused.push(effectiveDirective),
      );
      document.body.append(script, style, image);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.ran = 2');
      document.body.append(button);
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
      for (const one of [script, style, image, button]) one.remove();
      const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
      const outline = getComputedStyle(document.body).outlineStyle;
      return { policy, ran: (globalThis as { ran?: unknown }).ran, outline, refused };
    });
    assert.match(done.policy, /^default-src 'none'; /);
    assert.match(done.policy, /script-src 'nonce-[A-Za-z0-9]{32}'/);
    assert.match(done.policy, /style-src [^;]*'nonce-/);
    assert.doesNotMatch(done.policy, /(?:script|style)-src [^;]*'unsafe/);
    assert.equal(done.ran, undefined);
    assert.notEqual(done.outline, 'dotted');
    for (const directive of ['script-src-elem', 'style-src-elem', 'img-src', 'script-src-attr']) {
      assert.ok(done.refused.includes(directive), `${directive}: ${done.refused.join(' ')}`);
    }
  }
});
