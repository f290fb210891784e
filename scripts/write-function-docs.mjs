// Writes docs/functions.md from the functions' declarations.
import { writeFile } from 'node:fs/promises';
import { loadTypeScript } from './load-typescript.mjs';

const { functionsMarkdown } = await loadTypeScript('scripts/function-pages.ts');
await writeFile(new URL('../docs/functions.md', import.meta.url), functionsMarkdown());
