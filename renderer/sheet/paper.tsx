import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../server/display/views.ts'
import type { PublicScriptOrders } from '../../server/language/views.ts'
import { BodyView } from '../shared/body-view.tsx'
import { Phrased } from '../shared/phrased.tsx'
import { closingOf, issuerOf, type Closing } from './closing.ts'
import { settle, type Settled } from './settle.ts'
import { SheetMark } from './sheet-mark.tsx'
import { SheetTitles } from './sheet-titles.tsx'
import { Tools } from './tools.tsx'
import { VersionBlock } from './version-block.tsx'

function Head(props: { data: SheetData; orders: PublicScriptOrders | null }) {
  const { content } = props.data
  const hasNumber = content.documentNumber !== ''
  return (
    <header className={hasNumber ? 'head head-red' : 'head'}>
      {hasNumber ? (
        <>
          <p className="head-office">
            <span className="head-name">{issuerOf(content)}</span>
          </p>
          <p className="head-number">{content.documentNumber}</p>
          <div className="head-rule" />
        </>
      ) : null}
      <SheetTitles texts={content.texts ?? []} orders={props.orders}>
        <h1 className="title">
          <Phrased text={content.title} />
        </h1>
      </SheetTitles>
    </header>
  )
}

function Attachments(props: { names: readonly string[] }) {
  const { t } = useTranslation('sheet')
  const isOne = props.names.length === 1
  if (props.names.length === 0) return null
  return (
    <div className="attachments">
      <span>{t('attachments', { lng: 'zh-Hans' })}</span>
      <ol>
        {props.names.map((name, index) => (
          <li key={index}>
            {isOne ? null : <span className="attachment-number">{index + 1}.</span>}
            <span>{name}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Signature(props: { closing: Closing }) {
  const { signature, date } = props.closing
  if (signature === null && date === null) return null
  return (
    <div className="signature">
      {signature === null ? null : <p>{signature}</p>}
      {date === null ? null : <p className={signature === null ? '' : 'signature-date'}>{date}</p>}
    </div>
  )
}

/** An edition, a submission or a draft as a document in the form of GB/T 9704-2012. */
export function Paper(props: { data: SheetData; orders: PublicScriptOrders | null }) {
  const { t } = useTranslation('sheet')
  const { data } = props
  const area = useRef<HTMLElement>(null)
  const [settled, setSettled] = useState<Settled | null>(null)
  const closing = closingOf(data.content)

  useEffect(() => {
    let isCurrent = true
    const paper = area.current
    if (paper === null) return undefined
    const word = (name: 'page' | 'forward' | 'brought') => t(`carry.${name}`, { lng: 'zh-Hans' })
    const words = { page: word('page'), forward: word('forward'), brought: word('brought') }
    void settle(paper, data.content, words).then((result) => {
      if (isCurrent) setSettled(result)
    })
    return () => {
      isCurrent = false
    }
  }, [data, t])

  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className="area" ref={area}>
          <Head data={data} orders={props.orders} />
          {closing.addressee === null ? null : <p className="addressee">{closing.addressee}</p>}
          <BodyView body={closing.body} imageBase={data.attachmentBase} />
          <Attachments names={closing.attachments} />
          <Signature closing={closing} />
          {closing.annex ? <p className="annex">{t('annex', { lng: 'zh-Hans' })}</p> : null}
          <VersionBlock data={data} />
        </article>
      </main>
    </>
  )
}
