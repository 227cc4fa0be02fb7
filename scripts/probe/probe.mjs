// The tests' hand inside the extension host: takes the source of a function over a loopback socket,
// calls it with the `vscode` module and one argument, answers with what it returned, as JSON.
// HASHIYA_PROBE names the file that tells the tests the address.
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

/** @param {import('vscode').ExtensionContext} context */
export function activate(context) {
  const file = process.env['HASHIYA_PROBE'];
  if (file === undefined) return;
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end();
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', async () => {
      const answer = await answerTo(body);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    writeFileSync(`${file}.part`, `http://127.0.0.1:${port}${path}`);
    renameSync(`${file}.part`, file);
  });
  context.subscriptions.push({ dispose: () => server.close() });
}

/** @param {string} body JSON of `{ source, argument }` */
async function answerTo(body) {
  try {
    const { source, argument } = JSON.parse(body);
    const called = new Function('vscode', 'argument', `return (${source})(vscode, argument)`);
    return { value: await called(vscode, argument) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
