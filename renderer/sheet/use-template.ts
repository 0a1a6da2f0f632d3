import { useLayoutEffect } from 'react'
import type { SheetTemplate } from '../../domain/sheet/template.ts'
import type { TypeArea } from '../../domain/sheet/type-area.ts'
import { templateCss } from './template-css.ts'

/** Sets the document by a template for as long as the caller stands; before anything of it is measured. */
export function useTemplate(template: SheetTemplate, half: TypeArea['page'] | null = null): void {
  useLayoutEffect(() => {
    // A sheet of its own, not a <style>: the policy of the page asks a nonce of those.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(templateCss(template, half))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    document.documentElement.dataset.form = template.form
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      delete document.documentElement.dataset.form
    }
  }, [template, half])
}
