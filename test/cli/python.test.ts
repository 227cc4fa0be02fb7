// What Python's standard library makes of our exports, where there is a Python: offsets hold as they are,
// files are well-formed, and no cell of a table is a formula.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomArticle } from '../support/annotated';
import { cli, Scratch } from '../support/cli';
import { sidecarText } from '../support/corpus';
import { random } from '../support/random';

const ARTICLES = 12;
const FORMATS = ['jsonl', 'brat', 'conll', 'cas-xmi', 'csv', 'spacy', 'doccano'];

/** Prints how many spans each format was checked for; fails at the first that does not hold. */
const SCRIPT = `
import csv, glob, io, json, os, re, sys
import xml.etree.ElementTree as xml

root = sys.argv[1]
def read(path):
    return open(path, encoding="utf-8-sig").read()
def files(format, ending):
    return sorted(glob.glob(os.path.join(root, format, "**", "*" + ending), recursive=True))
def lines(format):
    for path in files(format, ".jsonl"):
        for line in open(path, encoding="utf-8"):
            yield json.loads(line)
counts = {}
def check(format, text, start, end, quote):
    assert text[start:end] == quote, (format, start, end, text[start:end], quote)
    counts[format] = counts.get(format, 0) + 1

articles = {}
for row in lines("jsonl"):
    text = read(os.path.join(root, "c", row["path"]))
    assert row["text"] == text
    articles[row["path"]] = text
    for one in row["annotations"]:
        check("jsonl", text, one["start"], one["end"], one["quote"])
for path in files("brat", ".ann"):
    text = read(path[:-4] + ".txt")
    for line in read(path).split("\\n"):
        match = re.match(r"T\\d+\\t\\S+ ([\\d ;]+)\\t", line)
        if match:
            places = [tuple(map(int, place.split())) for place in match[1].split(";")]
            cut = " ".join(text[a:b].replace("\\n", " ") for a, b in places)
            check("brat", cut, 0, len(cut), line[match.end():])
tokens, widths = [], set()
for path in files("conll", ".conll"):
    for line in read(path).split("\\n"):
        if line and not line.startswith("-DOCSTART-"):
            columns = line.split()
            widths.add(len(columns))
            tokens.append(columns[0])
            for tag in columns[3:]:
                assert re.match(r"O$|[BI]-\\S+$", tag), tag
assert len(widths) == 1
assert "".join(tokens) == "".join("".join(articles[path].split()) for path in sorted(articles))
counts["conll"] = len(tokens)
for path in files("cas-xmi", ".xmi"):
    tree = xml.parse(path).getroot()
    sofa = next(node for node in tree if node.tag.endswith("}Sofa")).get("sofaString")
    units = sofa.encode("utf-16-le", "surrogatepass")
    for node in tree:
        if node.get("begin") is not None:
            begin, end = int(node.get("begin")), int(node.get("end"))
            assert 0 <= begin <= end <= len(units) // 2
            units[2 * begin:2 * end].decode("utf-16-le")
            counts["cas-xmi"] = counts.get("cas-xmi", 0) + 1
for path in files("csv", ".csv"):
    rows = list(csv.DictReader(io.StringIO(open(path, encoding="utf-8-sig", newline="").read())))
    for row in rows:
        for cell in row.values():
            assert not cell or cell[0] not in "=+-@\\t\\r", cell
        quote = row["quote"]
        text = articles[row["path"]][int(row["start"]):int(row["end"])]
        assert quote == text or quote == "'" + text, (quote, text)
        counts["csv"] = counts.get("csv", 0) + 1
for row in lines("doccano"):
    for one in row.get("entities", []):
        assert 0 <= one["start_offset"] <= one["end_offset"] <= len(row["text"])
        counts["doccano"] = counts.get("doccano", 0) + 1
for row in lines("spacy"):
    for token in row.get("tokens", []):
        assert 0 <= token["start"] < token["end"] <= len(row["text"])
        counts["spacy"] = counts.get("spacy", 0) + 1
print(json.dumps(counts))
`;

function hasPython(): boolean {
  return spawnSync('python3', ['--version']).status === 0;
}

describe('exports in Python', function () {
  this.timeout(30_000);
  const scratch = new Scratch();
  after(() => scratch.remove());

  it('hold to the letter', async function () {
    if (!hasPython()) return this.skip();
    const next = random(11);
    for (let n = 0; n < ARTICLES; n += 1) {
      const { text, record } = randomArticle(next);
      const { annotations, ...rest } = record;
      const path = `c/خبر ${n}.txt`;
      const crlf = n % 3 === 1 ? text.replaceAll('\n', '\r\n') : text;
      await scratch.put({
        [path]: n % 2 === 0 ? crlf : `\uFEFF${crlf}`,
        [`${path}.ann.yaml`]: sidecarText(path, text, annotations, rest),
      });
    }
    for (const format of FORMATS) {
      const out = scratch.at(format);
      const { code, err } = await cli([
        'export',
        scratch.at('c'),
        '--format',
        format,
        '--out',
        out,
      ]);
      assert.equal(code, 0, err);
    }
    const python = spawnSync('python3', ['-', scratch.path], { input: SCRIPT, encoding: 'utf8' });
    assert.equal(python.status, 0, python.stderr);
    const counts = JSON.parse(python.stdout) as Readonly<Record<string, number>>;
    for (const format of FORMATS)
      assert.ok((counts[format] ?? 0) > 10, `${format}: ${python.stdout}`);
  });
});
