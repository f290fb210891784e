import type { MemorySheet } from './memory-source';
import { GOOD_JUNIOR, GOOD_PRIMARY, schoolSheet } from './school-sheet';
import type { SchoolCells } from './school-sheet';

/**
 * A primary and a junior school that hold everything the items of 表Ⅳ and 表Ⅴ need, so that nothing
 * differs from the examples of the form; a room of each kind and 5% for training exactly.
 */
export function formSchools(primary: SchoolCells = {}, junior: SchoolCells = {}): MemorySheet {
  const both = {
    达标音乐教室数: 1,
    达标美术教室数: 1,
    '公用经费预算(万元)': 50,
    '教师培训经费预算(万元)': 2.5,
  };
  return schoolSheet([
    {
      ...GOOD_PRIMARY,
      小学专任教师数: null,
      小学最大班额: 45,
      超45人小学班数: 0,
      ...both,
      ...primary,
    },
    {
      ...GOOD_JUNIOR,
      初中专任教师数: null,
      初中最大班额: 50,
      超50人初中班数: 0,
      ...both,
      ...junior,
    },
  ]);
}
