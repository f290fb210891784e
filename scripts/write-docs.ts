import { writeFileSync } from 'node:fs';
import { collectionPage } from './docs/collection-page';
import { columnsPage } from './docs/columns-page';
import { findingsPage } from './docs/findings-page';

writeFileSync('docs/findings.md', findingsPage());
writeFileSync('docs/columns.md', columnsPage());
writeFileSync('docs/collection.md', collectionPage());
