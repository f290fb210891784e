import {
  amount,
  concludedItem,
  CONCLUSION,
  count,
  formItem,
  percent,
  added,
  shareRule,
} from './form-blanks';
import type { FormItem } from './form-item';

const TEACHERS = ['primaryTeachers', 'juniorTeachers'] as const;

/** Part 2, 政府保障程度: the 15 items of 表Ⅳ (教督〔2017〕6号). All must hold. */
export const GOVERNMENT_ITEMS: readonly FormItem[] = [
  concludedItem('government', 1, {
    zh: '规划布局合理',
    en: 'Schools are planned and placed sensibly',
  }),
  concludedItem('government', 2, {
    zh: '建设标准、教师编制标准、生均公用经费基准定额、基本装备配置标准四统一',
    en: 'One standard for buildings, posts, funds per pupil and equipment in town and country',
  }),
  formItem(
    'government',
    3,
    {
      zh: '每12个班级配备音乐、美术专用教室1间以上（音乐不小于96㎡，美术不小于90㎡）',
      en: 'A music room (96 ㎡) and an art room (90 ㎡) for every 12 classes',
    },
    {
      kind: 'fromSchools',
      rules: [{ kind: 'artRooms', blank: CONCLUSION.key, classesPerRoom: 12 }],
      sentence: '{conclusion}',
    },
  ),
  formItem(
    'government',
    4,
    {
      zh: '小学、初中规模不超过2000人，九年、十二年一贯制学校义务教育阶段规模不超过2500人',
      en: 'At most 2000 pupils a school, 2500 in the compulsory stages of multi-stage schools',
    },
    {
      kind: 'fromSchools',
      blanks: [
        count('largePrimary', ['超过2000人的小学', 'Primary schools above 2000 pupils'], '所', 0),
        count('largeJunior', ['超过2000人的初中', 'Junior schools above 2000 pupils'], '所', 0),
        count(
          'largeMultiStage',
          ['超过2500人的一贯制学校', 'Multi-stage schools above 2500 pupils'],
          '所',
          0,
          ['超过2500人的九年一贯制、十二年一贯制学校', '超过2500人的九年、十二年一贯制学校'],
        ),
      ],
      rules: [
        {
          kind: 'schoolSize',
          primary: 'largePrimary',
          junior: 'largeJunior',
          multiStage: 'largeMultiStage',
          limit: 2000,
          multiStageLimit: 2500,
          relaxedLimit: 2400,
          relaxedMultiStageLimit: 3000,
        },
      ],
      sentence:
        '超过2000人的小学{largePrimary}所，超过2000人的初中{largeJunior}所，超过2500人的一贯制学校{largeMultiStage}所。',
    },
  ),
  formItem(
    'government',
    5,
    {
      zh: '小学、初中所有班级学生数分别不超过45人、50人',
      en: 'Every class has at most 45 (primary) or 50 (junior) pupils',
    },
    {
      kind: 'fromSchools',
      blanks: [
        count(
          'largePrimaryClasses',
          ['超过45人的小学班级', 'Primary classes above 45 pupils'],
          '个',
          0,
          ['超过45人的小学班级数', '超45人小学班数'],
        ),
        count(
          'largeJuniorClasses',
          ['超过50人的初中班级', 'Junior classes above 50 pupils'],
          '个',
          0,
          ['超过50人的初中班级数', '超50人初中班数'],
        ),
      ],
      rules: [
        {
          kind: 'classSize',
          primary: 'largePrimaryClasses',
          junior: 'largeJuniorClasses',
          primaryLimit: 45,
          juniorLimit: 50,
        },
      ],
      sentence:
        '超过45人的小学班级{largePrimaryClasses}个，超过50人的初中班级{largeJuniorClasses}个。',
    },
  ),
  formItem(
    'government',
    6,
    {
      zh: '不足100名学生的村小学和教学点按100名学生核定公用经费',
      en: 'Village schools and teaching points below 100 pupils are funded as if they had 100',
    },
    {
      kind: 'numbers',
      blanks: [
        count(
          'smallSchoolPupils',
          ['不足100人的村小学和教学点学生数', 'Pupils of village schools below 100 pupils'],
          '人',
          1240,
          ['不足100名学生的村小学和教学点学生数', '村小学和教学点学生数', '学生数'],
        ),
        amount('smallSchoolFunds', ['公用经费', 'Public funds'], '元', 1560000, ['公用经费总额']),
      ],
      supporting: [
        count(
          'smallSchools',
          ['不足100人的村小学和教学点', 'Village schools and teaching points below 100 pupils'],
          '所',
          20,
          ['不足100人的村小学和教学点数', '不足100名学生的村小学和教学点', '学校数'],
        ),
        amount(
          'quota',
          ['当地生均公用经费基准定额', 'Local quota of public funds a pupil'],
          '元',
          780,
          ['生均公用经费基准定额', '基准定额', '生均公用经费标准'],
        ),
        { ...CONCLUSION, label: { zh: '结论', en: 'Conclusion' } },
      ],
      rules: [
        {
          kind: 'smallSchools',
          pupils: 'smallSchoolPupils',
          funding: 'smallSchoolFunds',
          schools: 'smallSchools',
          quota: 'quota',
          conclusion: CONCLUSION.key,
          pupilsCounted: 100,
        },
      ],
      sentence:
        '不足100人的村小学和教学点学生{smallSchoolPupils}人，公用经费{smallSchoolFunds}元。',
    },
  ),
  formItem(
    'government',
    7,
    {
      zh: '特殊教育学校生均公用经费不低于8000元',
      en: 'Special schools have at least 8000 yuan of public funds a pupil',
    },
    {
      kind: 'numbers',
      blanks: [
        amount(
          'specialFunds',
          ['特殊教育学校公用经费', 'Public funds of special schools'],
          '万元',
          96,
          ['公用经费'],
        ),
        count('specialPupils', ['特殊教育学生数', 'Pupils in special education'], '人', 120, [
          '特殊教育学校学生数',
          '特殊教育学生',
        ]),
        amount('specialPerPupil', ['生均公用经费', 'Public funds a pupil'], '元', 8000, [
          '特殊教育学校生均公用经费',
        ]),
      ],
      rules: [
        {
          kind: 'quotient',
          part: added('specialFunds'),
          whole: added('specialPupils'),
          multiplier: 10000,
          stated: 'specialPerPupil',
          atLeast: 8000,
        },
      ],
      sentence:
        '特殊教育学校公用经费{specialFunds}万元，特殊教育学生{specialPupils}人，生均公用经费{specialPerPupil}元。',
    },
  ),
  formItem(
    'government',
    8,
    {
      zh: '教师年平均工资收入水平不低于当地公务员年平均工资收入水平',
      en: 'Teachers earn at least as much a year as local civil servants',
    },
    {
      kind: 'numbers',
      blanks: [
        amount('teacherWage', ['教师年平均工资收入', 'Mean yearly wage of teachers'], '元', 92000, [
          '教师年平均工资',
          '教师年平均工资收入水平',
        ]),
        amount(
          'civilServantWage',
          ['公务员年平均工资收入', 'Mean yearly wage of civil servants'],
          '元',
          91500,
          ['公务员年平均工资', '当地公务员年平均工资收入', '公务员年平均工资收入水平'],
        ),
      ],
      rules: [{ kind: 'notBelow', blank: 'teacherWage', other: 'civilServantWage' }],
      sentence: '教师年平均工资收入{teacherWage}元，公务员年平均工资收入{civilServantWage}元。',
    },
  ),
  formItem(
    'government',
    9,
    {
      zh: '教师5年360学时培训完成率达到100%',
      en: 'Every teacher completed 360 hours of training in five years',
    },
    {
      kind: 'numbers',
      blanks: [
        count(
          'trainedTeachers',
          ['完成360学时培训的教师', 'Teachers with 360 hours of training'],
          '人',
          2400,
          ['完成360学时培训的教师数', '完成培训教师', '完成360学时培训教师'],
          ['trained360Teachers'],
        ),
        count(
          'teachers',
          ['全县教师', 'Teachers of the county'],
          '人',
          2400,
          ['全县教师数', '教师总数'],
          TEACHERS,
        ),
        percent('trainedShare', ['完成率', 'Completed'], 100, ['培训完成率']),
      ],
      rules: [shareRule('trainedTeachers', 'teachers', 'trainedShare', 100)],
      sentence:
        '完成360学时培训的教师{trainedTeachers}人，全县教师{teachers}人，完成率{trainedShare}%。',
    },
  ),
  concludedItem('government', 10, {
    zh: '县级统筹编制和岗位',
    en: 'The county distributes posts among its schools within the approved total',
  }),
  formItem(
    'government',
    11,
    {
      zh: '每年交流轮岗教师不低于符合条件教师总数的10%，其中骨干教师不低于交流轮岗教师总数的20%',
      en: 'At least 10% of eligible teachers rotate, at least 20% of them backbone teachers',
    },
    {
      kind: 'numbers',
      blanks: [
        count('eligible', ['符合交流轮岗条件教师', 'Teachers eligible for rotation'], '名', 1200, [
          '符合交流条件教师',
          '符合交流轮岗条件的教师',
          '符合条件教师',
        ]),
        count('rotated', ['上一年度交流轮岗教师', 'Teachers rotated last year'], '名', 150, [
          '交流轮岗教师',
          '交流轮岗的教师',
        ]),
        percent('rotatedShare', ['占比', 'Share'], 12.5, [
          '交流轮岗教师占比',
          '占符合条件教师比例',
          '交流轮岗比例',
        ]),
        count('rotatedBackbone', ['交流轮岗的骨干教师', 'Backbone teachers rotated'], '名', 36, [
          '交流轮岗骨干教师',
          '骨干教师',
        ]),
        percent('backboneShare', ['占交流轮岗教师比例', 'Share of those rotated'], 24, [
          '骨干教师占比',
          '骨干教师占交流轮岗教师比例',
        ]),
      ],
      rules: [
        shareRule('rotated', 'eligible', 'rotatedShare', 10),
        shareRule('rotatedBackbone', 'rotated', 'backboneShare', 20),
      ],
      sentence:
        '符合交流轮岗条件教师{eligible}名，上一年度交流轮岗教师{rotated}名，占{rotatedShare}%；其中骨干教师{rotatedBackbone}名，占交流轮岗教师的{backboneShare}%。',
    },
  ),
  formItem(
    'government',
    12,
    {
      zh: '持证上岗率达到100%',
      en: 'Every full-time teacher holds a certificate',
    },
    {
      kind: 'numbers',
      blanks: [
        count(
          'fullTimeTeachers',
          ['在岗专任教师', 'Full-time teachers'],
          '人',
          2300,
          ['在岗专任教师数', '专任教师'],
          TEACHERS,
        ),
        count(
          'certified',
          ['持有教师资格证的专任教师', 'Full-time teachers with a certificate'],
          '人',
          2300,
          ['持有教师资格证的专任教师数', '持证专任教师', '持证专任教师数'],
          ['certifiedTeachers'],
        ),
        percent('certifiedShare', ['占比', 'Share'], 100, ['持证上岗率', '持证率']),
      ],
      rules: [shareRule('certified', 'fullTimeTeachers', 'certifiedShare', 100)],
      sentence:
        '在岗专任教师{fullTimeTeachers}人，持有教师资格证的专任教师{certified}人，占{certifiedShare}%。',
    },
  ),
  formItem(
    'government',
    13,
    {
      zh: '城区和镇区公办学校（不含寄宿制学校）就近划片入学，小学100%、初中95%以上',
      en: 'Urban and town public schools enrol by catchment: primary 100%, junior 95%',
    },
    {
      kind: 'numbers',
      blanks: [
        percent(
          'nearbyPrimary',
          ['城区和镇区公办小学就近划片入学比例', 'Primary pupils enrolled by catchment'],
          100,
          ['小学就近划片入学比例', '公办小学就近划片入学比例', '小学'],
        ),
        percent('nearbyJunior', ['初中', 'Junior pupils enrolled by catchment'], 96, [
          '初中就近划片入学比例',
          '公办初中就近划片入学比例',
          '城区和镇区公办初中就近划片入学比例',
          '城区和镇区公办初中(不含寄宿制)就近划片入学比例',
        ]),
      ],
      rules: [
        { kind: 'percent', blank: 'nearbyPrimary', atLeast: 100 },
        { kind: 'percent', blank: 'nearbyJunior', atLeast: 95 },
      ],
      sentence: '城区和镇区公办小学就近划片入学比例{nearbyPrimary}%，初中{nearbyJunior}%。',
    },
  ),
  formItem(
    'government',
    14,
    {
      zh: '优质高中招生名额分配比例不低于50%，并向农村初中倾斜',
      en: 'At least half the places of good senior schools are allotted, favouring rural schools',
    },
    {
      kind: 'numbers',
      blanks: [
        count('places', ['优质高中招生名额总数', 'Places of good senior schools'], '人', 1000, [
          '优质高中招生名额',
          '招生名额总数',
        ]),
        count('allotted', ['分配名额', 'Places allotted'], '人', 600, ['分配名额数']),
        percent('allottedShare', ['占比', 'Share'], 60, ['分配比例', '名额分配比例']),
        count(
          'allottedRural',
          ['分配农村学校的名额', 'Places allotted to rural schools'],
          '人',
          330,
          ['分配农村初中的名额', '分配农村学校名额'],
        ),
        percent('ruralShare', ['占分配名额比例', 'Share of the places allotted'], 55, [
          '占分配名额的比例',
        ]),
      ],
      rules: [
        shareRule('allotted', 'places', 'allottedShare', 50),
        shareRule('allottedRural', 'allotted', 'ruralShare', null),
      ],
      sentence:
        '优质高中招生名额总数{places}人，分配名额{allotted}人，占{allottedShare}%；其中分配农村学校{allottedRural}人，占分配名额的{ruralShare}%。',
    },
  ),
  formItem(
    'government',
    15,
    {
      zh: '留守儿童关爱体系健全，符合条件的随迁子女在公办学校和政府购买服务的民办学校就读比例不低于85%',
      en: 'At least 85% of eligible migrant children attend public or publicly paid schools',
    },
    {
      kind: 'numbers',
      blanks: [
        count('migrants', ['符合条件的随迁子女', 'Eligible children of migrants'], '人', 2000, [
          '符合条件的随迁子女数',
        ]),
        count('inPublic', ['在公办学校就读', 'In public schools'], '人', 1700, [
          '在公办学校就读人数',
        ]),
        count(
          'inPurchased',
          ['在政府购买服务的民办学校就读', 'In private schools paid by government'],
          '人',
          200,
          ['在政府购买服务的民办学校就读人数', '政府购买服务的民办学校就读'],
        ),
        count('inBoth', ['合计', 'Together'], '人', 1900),
        percent('migrantShare', ['占比', 'Share'], 95),
      ],
      totals: [{ blank: 'inBoth', of: ['inPublic', 'inPurchased'] }],
      rules: [shareRule('inBoth', 'migrants', 'migrantShare', 85)],
      sentence:
        '符合条件的随迁子女{migrants}人，在公办学校就读{inPublic}人，在政府购买服务的民办学校就读{inPurchased}人，合计{inBoth}人，占{migrantShare}%。',
    },
  ),
];
