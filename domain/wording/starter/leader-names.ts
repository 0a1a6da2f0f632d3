import { starterRows } from './starter-rows.ts'

/**
 * 领导人姓名和职务 shipped with the program: invented people of the invented township (domain book §11), as a pattern for the
 * office's own list. Real names are not shipped, since nobody here could verify them or keep them up to date.
 * @example LEADER_NAMES[0]?.suggestion // '示例县云溪镇副镇长'
 */
export const LEADER_NAMES = starterRows(`
  ?李伟 示例县云溪镇副镇长 # 虚构人物，仅作样例
`)
