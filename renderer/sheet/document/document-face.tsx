import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BodyView } from '../../shared/body-view.tsx'
import { closingOf } from '../closing.ts'
import { ContactLines } from '../contact-lines.tsx'
import { DocumentHead } from './document-head.tsx'
import { Attachments, FinanceSignatures, Signature } from './document-parts.tsx'
import type { FaceProps } from '../face.ts'
import { DisplayPart } from './display-part.tsx'
import { SheetMark } from '../sheet-mark.tsx'
import { Tools } from '../tools.tsx'
import { useDocumentSettled } from '../settle/use-document-settled.ts'
import { VersionBlock } from '../version-block.tsx'

/**
 * An edition, a submission or a draft as a document: in the form of GB/T 9704-2012, as a 公示, a list or village accounts.
 * What the forms share stands here; which parts a sheet bears is said by its template.
 */
export function DocumentFace({ sheet }: FaceProps<'NOTICE'>) {
  const { t } = useTranslation('sheet')
  const { data, template } = sheet
  const closing = useMemo(() => closingOf(data.content), [data.content])
  const { area, settled } = useDocumentSettled(data.content, template)
  const has = (part: (typeof template.parts)[number]) => template.parts.includes(part)
  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className={`area ${template.grid === null ? 'area-free' : 'area-grid'}`} ref={area}>
          <DocumentHead sheet={sheet} />
          {closing.addressee === null ? null : <p className="addressee">{closing.addressee}</p>}
          <BodyView body={closing.body} imageBase={data.attachmentBase} wholeNumbers />
          <DisplayPart data={data} period={has('PERIOD')} objection={has('OBJECTION')} />
          <Attachments names={closing.attachments} />
          <div className={template.paper.orientation === 'LANDSCAPE' ? 'closing closing-across' : 'closing'}>
            {template.form === 'FINANCE_TABLE' ? <FinanceSignatures body={closing.body} /> : null}
            {has('SIGNATURE') ? <Signature closing={closing} seal={has('SEAL_SPACE')} /> : null}
            {closing.annex ? <p className="annex">{t('annex', { lng: 'zh-Hans' })}</p> : null}
            {has('CONTACT') ? <ContactLines office={data.office} /> : null}
            {has('VERSION') ? <VersionBlock data={data} /> : null}
          </div>
        </article>
      </main>
    </>
  )
}
