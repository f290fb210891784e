import {
  concludedItem,
  CONCLUSION,
  count,
  formItem,
  level,
  percent,
  ratio,
  shareRule,
} from './form-blanks';
import type { FormItem, MonitoredSubject } from './form-item';

const SUBJECTS: readonly MonitoredSubject[] = [
  { name: { zh: '语文', en: 'Chinese' }, level: 'chineseLevel', ratio: 'chineseRatio' },
  { name: { zh: '数学', en: 'Mathematics' }, level: 'mathsLevel', ratio: 'mathsRatio' },
  { name: { zh: '科学', en: 'Science' }, level: 'scienceLevel', ratio: 'scienceRatio' },
  { name: { zh: '体育', en: 'Sports' }, level: 'sportsLevel', ratio: 'sportsRatio' },
  { name: { zh: '艺术', en: 'Arts' }, level: 'artsLevel', ratio: 'artsRatio' },
  { name: { zh: '德育', en: 'Moral education' }, level: 'moralLevel', ratio: 'moralRatio' },
];

/** Part 3, 教育质量: the 9 items of 表Ⅴ (教督〔2017〕6号). All must hold. */
export const QUALITY_ITEMS: readonly FormItem[] = [
  formItem(
    'quality',
    1,
    {
      zh: '初中三年巩固率达到95%以上',
      en: 'At least 95% stay through the three years of junior school',
    },
    {
      kind: 'numbers',
      blanks: [
        count('graduates', ['初中毕业班学生数', 'Pupils of the leaving class'], '人', 2900, [
          '初中毕业年级学生数',
          '毕业班学生数',
          '毕业班学生',
        ]),
        count(
          'enrolled',
          ['三年前该年级入学学生数', 'Pupils who entered three years ago'],
          '人',
          2950,
          ['三年前入学学生数', '三年前入学', '三年前入学人数'],
        ),
        count('transferredIn', ['毕业年级三年转入', 'Transferred in'], '人', 40, [
          '三年转入',
          '转入',
        ]),
        count('deaths', ['死亡', 'Died'], '人', 0, ['三年死亡', '毕业年级三年死亡']),
        count('transferredOut', ['转出', 'Transferred out'], '人', 60, [
          '三年转出',
          '毕业年级三年转出',
        ]),
        percent('retention', ['三年巩固率', 'Retention'], 98.98, ['巩固率', '初中三年巩固率']),
      ],
      rules: [
        {
          kind: 'quotient',
          part: [
            { blank: 'graduates', sign: 1 },
            { blank: 'transferredIn', sign: -1 },
            { blank: 'transferredOut', sign: 1 },
          ],
          whole: [
            { blank: 'enrolled', sign: 1 },
            { blank: 'deaths', sign: -1 },
          ],
          multiplier: 100,
          stated: 'retention',
          atLeast: 95,
        },
      ],
      sentence:
        '初中毕业班学生{graduates}人，三年前该年级入学学生{enrolled}人，毕业年级三年转入{transferredIn}人、死亡{deaths}人、转出{transferredOut}人，三年巩固率{retention}%。',
    },
  ),
  formItem(
    'quality',
    2,
    {
      zh: '残疾儿童少年入学率达到95%以上',
      en: 'At least 95% of disabled children attend school',
    },
    {
      kind: 'numbers',
      blanks: [
        count('disabled', ['残疾儿童少年', 'Disabled children'], '人', 104, ['残疾儿童少年数']),
        count('attending', ['入学', 'Attending school'], '人', 104, ['入学人数', '已入学']),
        percent('attendance', ['入学率', 'Attendance'], 100, ['残疾儿童少年入学率']),
        count('inSpecial', ['在特殊教育学校就读', 'In special schools'], '人', 60, [
          '在特殊教育学校就读人数',
        ]),
        percent('inSpecialShare', ['占比', 'Share'], 57.69, ['在特殊教育学校就读占比']),
      ],
      rules: [
        shareRule('attending', 'disabled', 'attendance', 95),
        shareRule('inSpecial', 'attending', 'inSpecialShare', null),
      ],
      sentence:
        '残疾儿童少年{disabled}人，入学{attending}人，入学率{attendance}%；其中在特殊教育学校就读{inSpecial}人，占{inSpecialShare}%。',
    },
  ),
  concludedItem('quality', 3, {
    zh: '所有学校制定章程，实现管理与教学信息化',
    en: 'Every school has a charter and runs teaching and administration on information systems',
  }),
  formItem(
    'quality',
    4,
    {
      zh: '所有学校按照不低于学校年度公用经费预算总额的5%安排教师培训经费',
      en: 'Every school spends at least 5% of its public funds budget on training teachers',
    },
    {
      kind: 'fromSchools',
      rules: [{ kind: 'trainingBudget', blank: CONCLUSION.key, percent: 5 }],
      sentence: '{conclusion}',
    },
  ),
  concludedItem('quality', 5, {
    zh: '信息化教学与设施利用',
    en: 'Teachers teach with information technology and facilities are well used',
  }),
  concludedItem('quality', 6, {
    zh: '德育、校园文化良好以上',
    en: 'Moral education and school culture are good or better in every school',
  }),
  concludedItem('quality', 7, {
    zh: '课程开齐开足',
    en: 'Every course is taught in full',
  }),
  concludedItem('quality', 8, {
    zh: '无过重课业负担',
    en: 'No pupil is overburdened with schoolwork',
  }),
  formItem(
    'quality',
    9,
    {
      zh: '国家义务教育质量监测相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于0.15',
      en: 'National monitoring: level Ⅲ or above in each subject, ratio between schools below 0.15',
    },
    {
      kind: 'numbers',
      blanks: SUBJECTS.flatMap(({ name, level: levelKey, ratio: ratioKey }) => [
        level(levelKey, [`${name.zh}级`, `${name.en}: level`]),
        ratio(ratioKey, [`${name.zh}校际差异率`, `${name.en}: ratio between schools`]),
      ]),
      rules: [{ kind: 'monitoring', subjects: SUBJECTS, levelAtLeast: 3, ratioBelow: 0.15 }],
      sentence: SUBJECTS.map(
        ({ name, level: levelKey, ratio: ratioKey }) =>
          `${name.zh}{${levelKey}}，校际差异率{${ratioKey}}`,
      ).join('；'),
    },
  ),
];
