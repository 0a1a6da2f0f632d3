import { markMatches } from './mark-matches.ts'
import type { WordingCheck } from './wording-finding.ts'

const CUTOFF =
  /截止到?(?=\s*(?:\d{4}年|\d{1,2}月|目前|今[日天年]|昨[日天]|当前|本[月年]|上[月年]|日前|[一二][〇○零]))/gu
// 目的的, 打的的士, 应当应当事人要求, 不可以可以说, 通过通过率: the second half begins another word, and taking it out would
// turn the sense around.
const DOUBLED =
  /(?<!目)的的(?![确士])|关于关于|进行进行|以及以及|按照按照|根据根据|通过通过(?![率性])|应当应当(?!事)|必须必须|(?<!不)可以可以|我们我们|公告公告(?!栏)|通知的通知/gu

/**
 * Usage that is told apart by a rule and not by a list: 截止 and 截至, 制订 and 制定, words written twice, 约…左右, 减少…倍,
 * ranges of percentages (GB/T 15835).
 * @example checkUsage('截止2026年10月底', { table: false })[0]?.suggestion // '截至'
 */
export const checkUsage: WordingCheck = (text) => [
  ...markMatches(text, CUTOFF, ({ index }) => ({
    rule: 'CUTOFF',
    // “报名截止2026年…” may be right; at the head of a clause it never is.
    severity: /\p{Script=Han}/u.test(text.charAt(index - 1)) ? 'CHECK' : 'FIX',
    suggestion: '截至',
  })),
  ...markMatches(text, /制订(?=[^，。；、]{0,16}?(?:办法|条例|规定|细则|章程|规章))/gu, () => ({
    rule: 'MADE',
    severity: 'CHECK',
    suggestion: '制定',
  })),
  ...markMatches(text, DOUBLED, ([words]) => {
    // 的的, 关于关于; 通知的通知 is no half repeated but a title around a title.
    const half = words.slice(0, words.length / 2)
    return words === half + half
      ? { rule: 'DOUBLED_WORD', severity: 'FIX', suggestion: half }
      : { rule: 'DOUBLED_WORD', severity: 'CHECK', suggestion: null }
  }),
  ...markMatches(
    text,
    /(?:大约|大概|将近|约|近)\d[\d.,，]*[万亿]?\p{Script=Han}{1,3}?(?:左右|上下)/gu,
    () => ({
      rule: 'APPROXIMATE',
      severity: 'CHECK',
      suggestion: null,
    }),
  ),
  ...markMatches(text, /(?:超过|逾|至少)\d[\d.,，]*[万亿]?\p{Script=Han}{1,3}?以上/gu, () => ({
    rule: 'APPROXIMATE',
    severity: 'CHECK',
    suggestion: null,
  })),
  ...markMatches(text, /(?:减少|降低|下降|缩短|缩小|压缩)了?[\d.]*[\d一二两三四五六七八九十]+倍/gu, () => ({
    rule: 'TIMES_LESS',
    severity: 'CHECK',
    suggestion: null,
  })),
  ...markMatches(
    text,
    /(?<![\d.%％\-~～—])(\d+(?:\.\d+)?)([-~～—]|——)(\d+(?:\.\d+)?)([%％])/gu,
    ([, low = '', sign = '', high = '', percent = '']) => ({
      rule: 'PERCENT_RANGE',
      severity: 'CHECK',
      suggestion: `${low}${percent}${sign}${high}${percent}`,
    }),
  ),
]
