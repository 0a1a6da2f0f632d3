import { useTranslation } from 'react-i18next'
import type { SheetPaper, SheetTemplate } from '../../../domain/sheet/template.ts'
import { typeSizeName } from '../../../domain/sheet/type-sizes.ts'

/** Words for what a template is: its name, its paper, a size of type. */
export function useTemplateWords() {
  const { t } = useTranslation(['template', 'terms'])
  return {
    nameOf: ({ form, name }: Pick<SheetTemplate, 'form' | 'name'>) =>
      name === '' ? t(`terms:sheetForm.${form}`) : name,
    paperOf: ({ size, orientation }: SheetPaper) => t(`template:paper.${size}_${orientation}`),
    sizeOf: (points: number) => {
      const named = typeSizeName(points)
      return named === null
        ? t('template:card.points', { points })
        : t('template:card.named', { name: t(`terms:typeSize.${named}`), points })
    },
  }
}
