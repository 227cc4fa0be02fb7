import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/cli/run';
import { VERSION } from '../../src/core/corpus/version';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = 'قال وزير الصحة إن 5 مستشفيات في بغداد فُتحت أمس.\n';

describe('the command line', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  describe('wrong use', () => {
    for (const [name, argv] of [
      ['no command', []],
      ['an unknown command', ['frobnicate']],
      ['an unknown option', ['stats', '.', '--colour']],
      ['no path', ['detect']],
      ['two paths where one goes', ['stats', 'a', 'b']],
      ['--stdin with a path', ['detect', '--stdin', 'a']],
      ['segment with a path', ['segment', 'a']],
      ['an export into the corpus', ['export', 'test', '--format', 'jsonl', '--out', './test/']],
      ['no format', ['export', '.', '--out', 'x']],
      ['an unknown format', ['export', '.', '--out', 'x', '--format', 'pdf']],
      ['no output', ['export', '.', '--format', 'jsonl']],
      [
        "another format's option",
        ['export', '.', '--format', 'jsonl', '--out', 'x', '--scheme', 'bio'],
      ],
      ['a wrong value', ['export', '.', '--format', 'conll', '--out', 'x', '--scheme', 'xyz']],
      ['a wrong seed', ['export', '.', '--format', 'conll', '--out', 'x', '--seed', 'x']],
    ] as const) {
      it(`${name} is 2, said in one breath`, async () => {
        const { code, out, err } = await cli(argv);
        assert.equal(code, 2);
        assert.equal(out, '');
        if (argv.length > 0) assert.match(err, /^hashiya: .*--help\n$/);
      });
    }
  });

  describe('help', () => {
    it('lists the commands and the exit codes', async () => {
      const { code, out } = await cli(['--help']);
      assert.equal(code, 0);
      for (const { name } of COMMANDS) assert.ok(out.includes(`  ${name} `), name);
      assert.match(out, /0 done, 1 problems found, 2 wrong use, 3 /);
    });

    for (const { name, options } of COMMANDS) {
      it(`explains ${name} in both languages`, async () => {
        const english = await cli([name, '--help']);
        const arabic = await cli([name, '--help'], [], { env: { LANG: 'ar_EG.UTF-8' } });
        assert.deepEqual([english.code, arabic.code], [0, 0]);
        assert.ok(!/[\u0600-\u06ff]/.test(english.out.replace(/[وفبكلس] /g, '')), english.out);
        assert.match(arabic.out, /الاستعمال/);
        for (const option of Object.keys(options)) assert.ok(english.out.includes(`--${option}`));
        assert.equal((await cli(['help', name])).out, english.out);
      });
    }

    it('asks --lang before the environment', async () => {
      const { out } = await cli(['stats', '--help', '--lang', 'en'], [], { env: { LANG: 'ar' } });
      assert.match(out, /^Usage/);
      assert.match((await cli(['stats', '--help', '--lang=ar'])).out, /الاستعمال/);
    });

    it('says its version', async () => {
      assert.equal((await cli(['--version'])).out, `hashiya ${VERSION}\n`);
    });
  });

  describe('segment', () => {
    it('gives a line for a line, and each character but the marks', async () => {
      const input = 'وبالسفارة في بغداد\r\n\nللسفارة';
      const { code, out } = await cli(['segment'], [input]);
      assert.equal(code, 0);
      assert.equal(out.split('\n').length, 3);
      assert.equal(out.replaceAll('+', ''), input);
      assert.ok(out.startsWith('و+ب+السفارة'));
      assert.ok(out.endsWith('ل+لسفارة'));
    });

    it('is not confused by chunks that cut characters', async () => {
      const bytes = Buffer.from('وبالسفارة\nكتاب\n');
      const one = await cli(
        ['segment'],
        Array.from(bytes, (byte) => Uint8Array.of(byte)),
      );
      assert.equal(one.out, (await cli(['segment'], [bytes])).out);
    });
  });

  describe('stats and validate', () => {
    it('count a corpus, for people and for programs', async () => {
      await scratch.put(annotated('c/a.txt', TEXT, [entity(TEXT, 'GPE', 'بغداد')]));
      const { code, out } = await cli(['stats', scratch.at('c'), '--json']);
      assert.equal(code, 0);
      const stats = JSON.parse(out) as { byLabel: object };
      assert.deepEqual(stats.byLabel, { GPE: 1 });
      assert.match((await cli(['stats', scratch.at('c')])).out, /GPE 1/);
    });

    it('validate: 0 for what is right, 1 for problems, 3 for what cannot be read', async () => {
      await scratch.put(annotated('c/a.txt', TEXT, [entity(TEXT, 'GPE', 'بغداد')]));
      assert.equal((await cli(['validate', scratch.at('c')])).code, 0);
      await scratch.put(annotated('c/b.txt', TEXT, [entity(TEXT, 'CITY', 'بغداد')]));
      const problem = await cli(['validate', scratch.at('c')]);
      assert.equal(problem.code, 1);
      assert.match(problem.err, /c\/b\.txt:1:33: error: .*CITY.*\[label-unknown\]/);
      await scratch.put({ 'c/b.txt.ann.yaml': 'hashiya: [' });
      const broken = await cli(['validate', scratch.at('c'), '--fix', '--json']);
      assert.equal(broken.code, 3);
      assert.equal(await scratch.text('c/b.txt.ann.yaml'), 'hashiya: [');
      const { issues } = JSON.parse(broken.out) as { issues: { file: string }[] };
      assert.ok(issues[0]?.file.endsWith('c/b.txt.ann.yaml'));
    });

    it('validate prints the first of many alike, and how many more there are', async () => {
      const text = 'دبي '.repeat(60);
      const marks = Array.from({ length: 60 }, (_, n) => ({
        ...entity(text, 'CITY', 'دبي', n),
        id: `c${n}`,
      }));
      await scratch.put(annotated('c/a.txt', text, marks));
      const { err, out } = await cli(['validate', scratch.at('c')]);
      assert.equal(err.match(/\[label-unknown\]/g)?.length, 51);
      assert.match(err, /and 10 more \[label-unknown\]\n$/);
      assert.match(out, /60 errors/);
      const all = await cli(['validate', scratch.at('c'), '--json']);
      assert.equal((JSON.parse(all.out) as { issues: unknown[] }).issues.length, 60);
    });

    it('say what is not there', async () => {
      const { code, err } = await cli(['stats', scratch.at('none')]);
      assert.equal(code, 3);
      assert.match(err, /none.*no such file/);
    });
  });
});
