import { afterEach, describe, expect, it } from '@jest/globals';

import { NodeHost } from './node-host';

let host: NodeHost;
afterEach(async () => {
  await host.close();
});

describe('the real Office.js in Node', () => {
  it('reads what a sheet holds', async () => {
    host = NodeHost.open({
      workbook: {
        sheets: [
          {
            name: '学校数据',
            rows: [
              ['学校名称', '小学在校生数'],
              ['一小', 120],
            ],
          },
        ],
      },
    });
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('学校数据').getUsedRange(true);
      used.load('address,values,valueTypes');
      await context.sync();
      expect(used.address).toBe('学校数据!A1:B2');
      expect(used.values).toEqual([
        ['学校名称', '小学在校生数'],
        ['一小', 120],
      ]);
      expect(used.valueTypes[1]).toEqual(['String', 'Double']);
    });
    expect(host.log.roundTrips).toBe(1);
  });
});
