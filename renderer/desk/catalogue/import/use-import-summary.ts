import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../../server/catalogue/views.ts'
import { importCounts, importLines, saysTheSame, type SheetChoice } from './import-state.ts'

function kindOf(choice: SheetChoice, same: boolean): 'Same' | 'New' | 'Update' {
  if (same) return 'Same'
  return choice.catalogueId === null ? 'New' : 'Update'
}

/** One sentence on what taking the preview would do, and whether it can be taken. */
export function useImportSummary(
  preview: ImportPreview,
  choices: readonly SheetChoice[],
): { readonly text: string; readonly ready: boolean } {
  const { t } = useTranslation(['catalogue', 'desk'])
  const taken = preview.sheets.flatMap((sheet, index) => {
    const choice = choices[index]
    if (choice?.take !== true) return []
    const counts = importCounts(importLines(sheet, choice), choice)
    return [{ choice, counts, same: saysTheSame(sheet, choice) }]
  })
  if (taken.length === 0) return { text: t('catalogue:import.summaryNone'), ready: false }
  const targets = taken.map(({ choice, counts, same }) =>
    t(`catalogue:import.summary${kindOf(choice, same)}`, {
      name: choice.name,
      count: counts.taken,
    }),
  )
  const sum = (of: (one: (typeof taken)[number]) => number) =>
    taken.reduce((total, one) => total + of(one), 0)
  const edited = sum(({ choice }) => Object.keys(choice.edits).length)
  const out = sum(({ choice }) => choice.leaveOut.length)
  const unset = sum(({ counts }) => counts.unset)
  const notTaken = sum(({ counts }) => counts.notTaken)
  const parts = [
    edited > 0 ? t('catalogue:import.summaryEdited', { count: edited }) : '',
    out > 0 ? t('catalogue:import.summaryOut', { count: out }) : '',
    notTaken > 0 ? t('catalogue:import.summaryNotTaken', { count: notTaken }) : '',
    unset > 0 ? t('catalogue:import.summaryUnset', { count: unset }) : '',
  ].filter(Boolean)
  const comma = t('catalogue:words.clause')
  const head = targets.join(t('catalogue:words.semicolon'))
  const named = taken.every(({ choice }) => choice.name.trim() !== '')
  return {
    text: t('catalogue:import.summary', {
      targets: head,
      rest: parts.map((part) => `${comma}${part}`).join(''),
    }),
    ready: named && taken.some(({ counts }) => counts.taken > 0),
  }
}
