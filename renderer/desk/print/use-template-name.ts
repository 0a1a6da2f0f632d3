import { useTranslation } from 'react-i18next'
import type { SheetForm } from '../../../domain/sheet/template.ts'

/** Gives the name of a template: the office's own word, or that of its form. */
export function useTemplateName(): (template: { readonly form: SheetForm; readonly name: string }) => string {
  const { t } = useTranslation('terms')
  return ({ form, name }) => (name === '' ? t(`sheetForm.${form}`) : name)
}
