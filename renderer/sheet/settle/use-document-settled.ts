import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../domain/notice/content.ts'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import { settle, type Settled } from './settle.ts'

/** Settles the type area when the sheet has been drawn: `area` goes to the element that holds the text. */
export function useDocumentSettled(
  content: PublicContent,
  template: SheetTemplate,
): { readonly area: RefObject<HTMLElement | null>; readonly settled: Settled | null } {
  const { t } = useTranslation('sheet')
  const area = useRef<HTMLElement>(null)
  const [settled, setSettled] = useState<Settled | null>(null)
  useEffect(() => {
    let isCurrent = true
    const element = area.current
    if (element === null) return undefined
    const word = (name: 'page' | 'forward' | 'brought') => t(`carry.${name}`, { lng: 'zh-Hans' })
    const words = {
      carry: { page: word('page'), forward: word('forward'), brought: word('brought') },
      part: (number: number, count: number) => t('split.part', { lng: 'zh-Hans', number, total: count }),
      further: (number: number, count: number) =>
        t('split.further', { lng: 'zh-Hans', number, total: count }),
    }
    void settle(element, content, template, words).then((result) => {
      if (isCurrent) setSettled(result)
    })
    return () => {
      isCurrent = false
    }
  }, [content, template, t])
  return { area, settled }
}
