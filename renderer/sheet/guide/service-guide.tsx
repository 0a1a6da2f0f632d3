import { useTranslation } from 'react-i18next'
import { sectionsOf } from '../../../domain/sheet/text-section.ts'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import type { SheetData } from '../../../server/display/views.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { closingOf } from '../closing.ts'
import { ContactLines } from '../contact-lines.tsx'
import { SectionRows } from './section-rows.tsx'

const CHINESE = { lng: 'zh-Hans' } as const

/** The text of a service guide: what stands before its first heading, then one row a heading, then how to reach the office. */
export function ServiceGuideText(props: { readonly data: SheetData; readonly template: SheetTemplate }) {
  const { t } = useTranslation('sheet')
  const { data, template } = props
  const { body, attachments } = closingOf(data.content)
  const sections = sectionsOf(body)
  const opening = sections.filter(({ heading }) => heading === '')
  const named = sections.filter(({ heading }) => heading !== '')
  return (
    <>
      {opening.map((section, index) => (
        <div key={index} className="guide-opening">
          <BodyView
            body={{ type: 'doc', content: section.blocks }}
            imageBase={data.attachmentBase}
            wholeNumbers
          />
        </div>
      ))}
      {named.length === 0 ? null : (
        <SectionRows
          rows={named.map((section, index) => ({
            key: String(index),
            name: section.name,
            sections: [section],
          }))}
          imageBase={data.attachmentBase}
        />
      )}
      {attachments.length === 0 ? null : (
        <p className="guide-attachments">
          {t('attachments', CHINESE)}
          {attachments.join('；')}
        </p>
      )}
      {template.parts.includes('CONTACT') ? <ContactLines office={data.office} /> : null}
    </>
  )
}
