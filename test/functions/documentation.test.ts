import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { functionsMarkdown } from '../../scripts/function-pages';

describe('docs/functions.md', () => {
  it('is what the declarations make (npm run function-docs)', () => {
    const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'functions.md'), 'utf8');
    expect(page).toBe(functionsMarkdown());
  });
});
