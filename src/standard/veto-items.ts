import type { BilingualText, Citation } from './standard';

/** One matter that alone rules recognition out (一票否决). */
export interface VetoItem {
  readonly number: number;
  readonly name: BilingualText;
  /** Words by which a row of 一票否决 is known as this matter. */
  readonly keywords: readonly string[];
  readonly citation: Citation;
}

function veto(number: number, zh: string, en: string, keywords: readonly string[]): VetoItem {
  return {
    number,
    name: { zh, en },
    keywords,
    citation: { standard: 'cn-2017', part: '一票否决', item: zh },
  };
}

/** The veto matters of the 2017 standard. */
export const VETO_ITEMS: readonly VetoItem[] = [
  veto(1, '以考试方式招生', 'Enrolment by examination', ['考试']),
  veto(2, '违规择校', 'Choosing schools against the rules', ['择校']),
  veto(3, '重点学校或重点班', 'Key schools or key classes', ['重点']),
  veto(4, '有编不补或长期聘用编外教师', 'Posts left empty or filled outside the establishment', [
    '有编不补',
    '编外',
  ]),
  veto(5, '重大安全责任事故和严重违纪违规事件', 'Grave accidents or breaches of discipline', [
    '安全',
    '违纪',
  ]),
  veto(6, '弄虚作假', 'Fraud', ['弄虚作假', '造假']),
];
