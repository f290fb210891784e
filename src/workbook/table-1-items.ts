/** One number of 表Ⅰ (基本情况). */
export interface Table1Item {
  /** L1 … L24. */
  readonly code: string;
  readonly heading: string;
  readonly unit: string;
}

/** 表Ⅰ of the official form, in its order. */
export const TABLE_1_ITEMS: readonly Table1Item[] = [
  { code: 'L1', heading: '人口总数', unit: '万人' },
  { code: 'L2', heading: '农业人口数', unit: '万人' },
  { code: 'L3', heading: '乡镇数', unit: '个' },
  { code: 'L4', heading: '行政村数', unit: '个' },
  { code: 'L5', heading: '年人均国内生产总值', unit: '元' },
  { code: 'L6', heading: '年人均地方财政收入', unit: '元' },
  { code: 'L7', heading: '农民年人均纯收入', unit: '元' },
  { code: 'L8', heading: '城镇居民年人均可支配收入', unit: '元' },
  { code: 'L9', heading: '普通中小学校数：小学', unit: '所' },
  { code: 'L10', heading: '普通中小学校数：九年一贯制学校', unit: '所' },
  { code: 'L11', heading: '普通中小学校数：初中', unit: '所' },
  { code: 'L12', heading: '普通中小学校数：完全中学', unit: '所' },
  { code: 'L13', heading: '普通中小学校数：十二年一贯制学校', unit: '所' },
  { code: 'L14', heading: '特殊教育学校', unit: '所' },
  { code: 'L15', heading: '小学教学点数：计', unit: '个' },
  { code: 'L16', heading: '小学教学点数：其中50人及以上', unit: '个' },
  { code: 'L17', heading: '教学班数：小学', unit: '个' },
  { code: 'L18', heading: '教学班数：初中', unit: '个' },
  { code: 'L19', heading: '在校学生数：小学', unit: '人' },
  { code: 'L20', heading: '在校学生数：初中', unit: '人' },
  { code: 'L21', heading: '教职工数：小学合计', unit: '人' },
  { code: 'L22', heading: '教职工数：小学其中专任教师', unit: '人' },
  { code: 'L23', heading: '教职工数：初中合计', unit: '人' },
  { code: 'L24', heading: '教职工数：初中其中专任教师', unit: '人' },
];
