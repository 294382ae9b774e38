import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { render } from './render.mjs';

const { LAB_PORT = '8080', LAB_INSTANCE = 'this machine' } = process.env;
const page = render(readFileSync(new URL('page.html', import.meta.url), 'utf8'), { instance: LAB_INSTANCE });

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
}).listen(Number(LAB_PORT), '127.0.0.1');
