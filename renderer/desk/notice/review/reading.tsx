import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import { DifferenceFace } from './difference-face.tsx'
import { GlassFace } from './glass-face.tsx'
import { PageReading } from './page-reading.tsx'
import type { RemarkTarget } from './remark-places.ts'
import { type RemarkJump, SelectRemark } from './select-remark.tsx'
import './reading.css'
import './review.css'

type Face = 'page' | 'paper' | 'kiosk' | 'signage' | 'difference'

/** Where the other faces of a notice come from: the screens' addresses, and what is compared. */
export type Faces = {
  readonly kiosk: string
  readonly signage: string
  /** Null where there is no edition before it. */
  readonly difference: { readonly id: string; readonly of: 'draft' | 'submission' } | null
}

/** Remarks on the text, and the way to write one. */
export type Remarking = {
  readonly remarks: readonly RemarkView[]
  readonly jump: RemarkJump | null
  readonly choose: ((target: RemarkTarget) => void) | null
}

const NO_REMARKS: Remarking = { remarks: [], jump: null, choose: null }

/** The faces of what was handed in or is being written, on the desk's own mount. */
export function deskFaces(id: string, of: 'draft' | 'submission', compared: boolean): Faces {
  const name = encodeURIComponent(id)
  return {
    kiosk: `/kiosk/?preview=${name}&of=${of}`,
    signage: `/signage/?notice=${name}&of=${of}`,
    difference: compared ? { id, of } : null,
  }
}

/** What a reader will see: as a page to read, on paper, on the touch screen, on the passive screen, and what changed. */
export function Reading(props: {
  readonly content: PublicContent
  readonly imageBase: string
  readonly paperAddress: string
  readonly faces?: Faces
  readonly remarking?: Remarking
}) {
  const { t } = useTranslation(['notice', 'review'])
  const { content, faces, remarking = NO_REMARKS } = props
  const [face, setFace] = useState<Face>('page')
  const [followed, setFollowed] = useState(remarking.jump)
  if (followed !== remarking.jump) {
    // A remark stands in the page; from another face the way leads over there.
    setFollowed(remarking.jump)
    setFace('page')
  }
  const options = [
    { value: 'page' as const, label: t('notice:reading.page') },
    { value: 'paper' as const, label: t('notice:reading.paper') },
    ...(faces
      ? [
          { value: 'kiosk' as const, label: t('review:faces.kiosk') },
          { value: 'signage' as const, label: t('review:faces.signage') },
        ]
      : []),
    ...(faces?.difference ? [{ value: 'difference' as const, label: t('review:faces.difference') }] : []),
  ]
  return (
    <div className="nt-paper">
      <div className="nt-faces">
        <Segmented value={face} options={options} onChange={setFace} />
        <a className="nt-link" href={props.paperAddress} target="_blank" rel="noopener">
          {t('notice:reading.paperAlone')}
        </a>
      </div>
      {face === 'page' ? (
        <SelectRemark content={content} {...remarking}>
          <PageReading content={content} imageBase={props.imageBase} />
        </SelectRemark>
      ) : null}
      {face === 'paper' ? (
        <iframe className="nt-paper-frame" src={props.paperAddress} title={t('notice:reading.paper')} />
      ) : null}
      {face === 'kiosk' && faces ? (
        <GlassFace key="kiosk" address={faces.kiosk} name={t('review:faces.kiosk')} usual="LANDSCAPE" />
      ) : null}
      {face === 'signage' && faces ? (
        <GlassFace key="signage" address={faces.signage} name={t('review:faces.signage')} usual="LANDSCAPE" />
      ) : null}
      {face === 'difference' && faces?.difference ? <DifferenceFace {...faces.difference} /> : null}
    </div>
  )
}
