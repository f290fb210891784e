import { writeFileSync } from 'node:fs';
import { columnsPage } from './docs/columns-page';
import { findingsPage } from './docs/findings-page';

writeFileSync('docs/findings.md', findingsPage());
writeFileSync('docs/columns.md', columnsPage());
