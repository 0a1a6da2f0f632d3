import type { NoticeLanguage } from '../notice/language.ts'

/**
 * A rule about the order of scripts as it was found, for whoever has to set one: where, from when, and how far it was
 * verified. None of them is applied by itself. The words stand in `locales/…/language.json` under `example.<id>`.
 */
export type OrderExample = {
  readonly id:
    | 'NEI_MENGGU_1996'
    | 'NEI_MENGGU_2022'
    | 'YANBIAN_2004'
    | 'YANBIAN_2022'
    | 'XIZANG'
    | 'XINJIANG'
    | 'NATIONAL_2026'
  readonly language: NoticeLanguage | null
  /** `PAGE`: read on the page named; `UNVERIFIED`: from memory or not readable, to be checked on the spot. */
  readonly verified: 'PAGE' | 'UNVERIFIED'
  readonly source: string
}

/** The table of domain book §9.3. */
export const ORDER_EXAMPLES: readonly OrderExample[] = [
  {
    id: 'NEI_MENGGU_1996',
    language: 'mn-Mong',
    verified: 'PAGE',
    source: 'czj.baotou.gov.cn/elder/zcfg1/11890.html',
  },
  {
    id: 'NEI_MENGGU_2022',
    language: 'mn-Mong',
    verified: 'UNVERIFIED',
    source: 'school.ijiandao.com/sc/daxue/63831.html',
  },
  { id: 'YANBIAN_2004', language: 'ko', verified: 'PAGE', source: 'china7501.com' },
  { id: 'YANBIAN_2022', language: 'ko', verified: 'UNVERIFIED', source: 'credit.yanbian.gov.cn' },
  { id: 'XIZANG', language: 'bo', verified: 'UNVERIFIED', source: 'jiankang.xkyn.com' },
  { id: 'XINJIANG', language: 'ug', verified: 'UNVERIFIED', source: '' },
  { id: 'NATIONAL_2026', language: null, verified: 'PAGE', source: 'sina, chinadaily' },
]
