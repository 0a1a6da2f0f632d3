import { Phrased } from '../../shared/phrased.tsx'
import { issuerOf } from '../closing.ts'
import type { FaceProps } from '../face.ts'
import { SheetTitles } from '../sheet-titles.tsx'

function RedHead({ issuer, number }: { readonly issuer: string; readonly number: string }) {
  return (
    <>
      <p className="head-office">
        <span className="head-name">{issuer}</span>
      </p>
      {number === '' ? null : <p className="head-number">{number}</p>}
      <div className="head-rule" />
    </>
  )
}

/** Head and title: the issuer in red over number and rule on an official document, else the number under the title. */
export function DocumentHead({ sheet }: Pick<FaceProps<'NOTICE'>, 'sheet'>) {
  const { data, template, orders } = sheet
  const { content } = data
  const isRed = template.form === 'RED_HEAD'
  return (
    <header className={isRed ? 'head head-red' : 'head'}>
      {isRed ? <RedHead issuer={issuerOf(content)} number={content.documentNumber} /> : null}
      <SheetTitles texts={content.texts ?? []} orders={orders} points={template.type.title.points}>
        <h1 className="title">
          <Phrased text={content.title} />
        </h1>
      </SheetTitles>
      {!isRed && content.documentNumber !== '' ? (
        <p className="title-number">{content.documentNumber}</p>
      ) : null}
    </header>
  )
}
