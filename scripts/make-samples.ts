import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleFiles } from './samples/sample-files';

const FOLDER = 'assets/samples';
mkdirSync(FOLDER, { recursive: true });
for (const [name, content] of sampleFiles()) writeFileSync(path.join(FOLDER, name), content);
