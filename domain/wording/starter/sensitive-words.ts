import { starterRows } from './starter-rows.ts'

/**
 * 敏感表述 shipped with the program: words for people that hurt, and nothing else. What is politically sensitive cannot be
 * written from memory; the county or the office fills that in. Unverified: no official list was compared.
 * @example SENSITIVE_WORDS.find(({ word }) => word === '残废人')?.suggestion // '残疾人'
 */
export const SENSITIVE_WORDS = starterRows(`
  ?残废人 残疾人 # 称呼残疾人用“残疾人”
  ?残废 残疾 # 称呼残疾人用“残疾”；旧证件名称除外
  ?正常人 - # 与残疾人对称时用“健全人”
  ?瞎子 盲人 # 称呼视力残疾人用“盲人”或“视力残疾人”
  ?聋子 - # 用“听力残疾人”
  ?聋哑人 - # 用“听力残疾人、言语残疾人”
  ?哑巴 - 吃哑巴亏 # 用“言语残疾人”
  ?瘸子 - # 用“肢体残疾人”
  ?弱智 - # 用“智力残疾”
  ?白痴 - # 用“智力残疾人”
  ?疯子 - # 用“精神障碍患者”
  ?精神病人 精神障碍患者 # 用“精神障碍患者”
  ?疯人院 - # 用机构的正式名称
  ?寡妇 丧偶妇女 # 写明“丧偶”即可
  ?老光棍 - # 写“未婚”或不写
  ?光棍汉 - # 写“未婚”或不写
  ?乡巴佬 - # 对人不用贬称
  ?刁民 - # 对人不用贬称
  ?盲流 - # 用“流动人口”或“流浪乞讨人员”
`)
