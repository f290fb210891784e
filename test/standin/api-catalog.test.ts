import { describe, expect, it } from '@jest/globals';

import { compareVersions, excelCatalog } from './api-catalog';
import { LTSC_2021, isSetSupported } from './requirement-sets';

describe('the catalog of the Excel namespace', () => {
  const catalog = excelCatalog();

  it('knows since when a member exists', () => {
    expect(catalog.get('Range')?.members.get('values')?.since).toEqual({
      name: 'ExcelApi',
      version: '1.1',
    });
    expect(catalog.get('Range')?.members.get('getMergedAreasOrNullObject')?.since?.version).toBe(
      '1.13',
    );
    expect(
      catalog.get('ConditionalFormat')?.members.get('changeRuleToCustom')?.since?.version,
    ).toBe('1.17');
    expect(catalog.get('Worksheet')?.members.get('visibility')).toMatchObject({
      since: { version: '1.1' },
      writableSince: { version: '1.2' },
    });
    expect(catalog.size).toBeGreaterThan(180);
  });

  it('orders versions by their parts, so 1.10 is newer than 1.9', () => {
    expect(compareVersions('1.10', '1.9')).toBeGreaterThan(0);
    expect(isSetSupported(LTSC_2021, 'ExcelApi', '1.10')).toBe(true);
    expect(isSetSupported(LTSC_2021, 'ExcelApi', '1.15')).toBe(false);
    expect(isSetSupported(LTSC_2021, 'ExcelApiOnline', '1.1')).toBe(false);
  });
});
