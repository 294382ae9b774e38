import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { render } from './render.mjs';

const { title } = JSON.parse(await readFile('site.json', 'utf8'));
const page = render(await readFile('page.html', 'utf8'), {
  title,
  commit: process.env.CODEBUILD_RESOLVED_SOURCE_VERSION ?? 'unknown',
  build: process.env.CODEBUILD_BUILD_NUMBER ?? 'unknown',
});
await mkdir('dist', { recursive: true });
await writeFile('dist/page.html', page);
for (const file of ['server.mjs', 'render.mjs', 'validate.mjs']) await copyFile(file, `dist/${file}`);
console.log(`built "${title}"`);
