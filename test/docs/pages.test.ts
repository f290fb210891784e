import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { collectionPage } from '../../scripts/docs/collection-page';
import { columnsPage } from '../../scripts/docs/columns-page';
import { findingsPage } from '../../scripts/docs/findings-page';

const page = (name: string): string =>
  readFileSync(path.join(__dirname, '../../docs', name), 'utf8');

describe('the pages of docs that are made from declarations', () => {
  it('are fresh: npm run docs changes nothing', () => {
    expect(page('findings.md')).toBe(findingsPage());
    expect(page('columns.md')).toBe(columnsPage());
    expect(page('collection.md')).toBe(collectionPage());
  });
});
