import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_LANGUAGES } from '../../../domain/notice/language.ts'
import { scriptOf } from '../../../domain/language/script.ts'
import { USUAL_ORDER } from '../../../domain/language/script-order.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { codePagePlan } from '../../../domain/signage/code-page.ts'
import type { GlassPlan, PaneRoom } from '../../../domain/signage/glass-plan.ts'
import { headlinePixels } from '../../../domain/signage/headline-type.ts'
import { type Legibility, legibilityOf } from '../../../domain/signage/legibility.ts'
import { noticeExtent } from '../../../domain/signage/notice-extent.ts'
import { otherTitlePlace } from '../../../domain/signage/other-title-place.ts'
import type { ShownExtent } from '../../../domain/signage/shown-extent.ts'
import { textScale } from '../../../domain/signage/text-scale.ts'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'
import type { PublicScriptOrders } from '../../../server/language/views.ts'
import type { SignageItem } from '../../../server/signage/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { issuerOf } from '../../sheet/closing.ts'
import { officialDate } from '../../sheet/official-date.ts'
import { officialMinute } from '../../sheet/official-minute.ts'
import { type QrDrawing, qrDrawing } from '../../shared/qr-path.ts'
import { CodePage } from './code-page.tsx'
import { faceContent } from './face-content.ts'
import { Foot, InlineFoot, ROOMY_FOOT } from './foot.tsx'
import type { Marks } from './marks.ts'
import { OtherTitle } from './other-title.tsx'
import { type FaceEvents, PagedFace, type PageAt } from './paged-face.tsx'
import { useFaceWords } from './use-face-words.ts'

/** The room a face has, and what is known of the screen. */
export type FaceRoom = {
  readonly room: PaneRoom
  readonly plan: GlassPlan
  readonly geometry: ScreenGeometry
  readonly orders: PublicScriptOrders | null
}

/** A page of a notice, and how much of the notice its pages hold. */
export type ShownAt = PageAt & { readonly extent: ShownExtent }

type Props = FaceRoom &
  Omit<FaceEvents, 'onMisfit' | 'onPage'> & {
    readonly onPage: (at: ShownAt) => void
    readonly item: SignageItem
    readonly tone: 'NOTICE' | 'EMERGENCY'
    readonly marks: Marks
    readonly turn: number
    readonly asked: number | null
    /** It was planned to be read whole, and on the glass it did not fit. */
    readonly onDegraded: () => void
    /** Not even the headline could be drawn. */
    readonly onMisfit: () => void
  }

/** In shorter lines, letters set apart to fill them are harder to read than a ragged edge. */
const NARROW = 14

/** Who signs, and when. */
const SIGN_LINES = 2

function hasPicture(content: PublicContent): boolean {
  return content.body.content.some(({ type }) => type === 'image')
}

function otherText(content: PublicContent) {
  const texts = content.texts ?? []
  return NOTICE_LANGUAGES.map((language) => texts.find((text) => text.language === language)).find(
    (text) => text !== undefined && text.title !== '' && text.language !== 'en',
  )
}

const HEADLINE_ALONE: Legibility = { outcome: 'AS_HEADLINE', reason: 'ROOM_TOO_SMALL' }

// What was planned, then the headline with a summary, then the headline alone.
function stepsDown(planned: Legibility): readonly Legibility[] {
  const short = (reason: 'DID_NOT_FIT' | 'ROOM_TOO_SMALL'): Legibility => ({ outcome: 'AS_HEADLINE', reason })
  return planned.outcome === 'LEGIBLE'
    ? [planned, short('DID_NOT_FIT'), short('ROOM_TOO_SMALL')]
    : [planned, short('ROOM_TOO_SMALL')]
}

/** The page with the code: with all its lines, else with the first, else none. */
function codePage({ item, plan, room, geometry }: Props, drawing: QrDrawing, lines: readonly string[]) {
  const { title } = item.sheet.content
  for (const said of [lines, lines.slice(0, 1)]) {
    const found = codePagePlan({ plan, room, geometry, modules: drawing.size, words: [title, ...said] })
    if (found !== null) return <CodePage title={title} lines={said} drawing={drawing} plan={found} />
  }
  return null
}

/** One notice on a part of a screen: headline, text in pages, the way to the whole of it; every letter at least as large as the rule. */
export function NoticeFace(props: Props) {
  const { t } = useTranslation(['signage', 'terms'])
  const words = useFaceWords()
  const { item, room, plan, tone, marks } = props
  const { sheet } = item
  const { content } = sheet
  const extent = useMemo(() => noticeExtent(content.title, content.body), [content])
  const steps = useMemo(() => stepsDown(legibilityOf(extent, room)), [extent, room])
  const [down, setDown] = useState(0)
  const legibility = steps[Math.min(down, steps.length - 1)] ?? HEADLINE_ALONE
  const { emergency } = item
  const issued = useMemo(
    () =>
      tone === 'NOTICE' || emergency === null
        ? null
        : [
            emergency.issuer,
            ...(emergency.issuedAt === null
              ? []
              : [t('signage:issuedAt', { time: officialMinute(emergency.issuedAt) })]),
          ],
    [tone, emergency, t],
  )
  const face = useMemo(
    () => faceContent(content, legibility, room, words, item.shortened, issued),
    [content, legibility, room, words, item.shortened, issued],
  )
  // What stands beside takes room that was not reckoned with.
  const scale =
    legibility.outcome === 'LEGIBLE' &&
    extent.tables.length === 0 &&
    !hasPicture(content) &&
    content.texts === undefined
      ? textScale(plan, room, {
          title: content.title,
          paragraphs: [...extent.paragraphs, ...Array<number>(SIGN_LINES).fill(1)],
          tone,
        })
      : 1
  const day = sheet.publishDate ?? content.documentDate
  const date =
    day === null
      ? null
      : sheet.publishDate === null
        ? officialDate(day)
        : t('signage:published', { date: officialDate(day) })
  const drawing = useMemo(
    () => (tone === 'EMERGENCY' || sheet.code === '' ? null : qrDrawing(sheet.code)),
    [tone, sheet.code],
  )
  const files = content.attachments.filter(({ role }) => role === 'ATTACHMENT').length
  const codeLines = [
    t(face.extent === 'WHOLE' ? 'signage:scan' : 'signage:scanWhole'),
    ...(date === null ? [] : [date]),
    ...(files > 0 ? [t('signage:attachments', { number: files })] : []),
  ]
  const code = drawing === null ? null : codePage(props, drawing, codeLines)
  const text = otherText(content)
  const order = text === undefined ? null : (props.orders?.[text.language] ?? USUAL_ORDER)
  const place =
    text === undefined || tone === 'EMERGENCY'
      ? 'NONE'
      : otherTitlePlace({
          title: text.title,
          direction: scriptOf(text.language).direction,
          plan,
          room,
          chinese: content.title,
        })
  const other =
    text === undefined || order === null || place === 'NONE' ? null : (
      <OtherTitle text={text} fontPixels={plan.type.fontPixels} sizeRatio={order.sizeRatio} place={place} />
    )
  const isFirst = order?.lead === 'MINORITY_FIRST'
  const level = content.emergency?.level
  const headline = Math.round(
    headlinePixels(plan, room, content.title, tone) * (tone === 'EMERGENCY' ? Math.max(1, scale * 0.8) : 1),
  )
  const head = (at: PageAt | null) =>
    face.headed || tone === 'EMERGENCY' ? (
      <header className="sg-head">
        {tone === 'EMERGENCY' ? (
          <p className="sg-level">
            {level ? t(`terms:warningLevel.${level}`) : t('signage:emergency')}
            {room.form === 'PAGE' ? null : <InlineFoot marks={marks} at={at} />}
          </p>
        ) : room.form === 'PAGE' && room.lines > 9 ? (
          <p className="sg-office">{issuerOf(content)}</p>
        ) : null}
        {place === 'STACKED' && isFirst ? other : null}
        <h1 className="sg-title" style={{ fontSize: headline }}>
          <Phrased text={content.title} />
          {room.form === 'PAGE' || tone === 'EMERGENCY' ? null : <InlineFoot marks={marks} at={at} />}
        </h1>
        {place === 'STACKED' && !isFirst ? other : null}
      </header>
    ) : null
  const foot =
    room.form === 'PAGE'
      ? (at: PageAt | null) => (
          <Foot
            marks={marks}
            at={at}
            date={tone === 'EMERGENCY' ? null : date}
            charactersPerLine={room.charactersPerLine}
            roomy={room.lines >= ROOMY_FOOT}
          />
        )
      : null
  const paged = (
    <PagedFace
      key={down}
      scale={scale}
      className={`sg-notice sg-${tone.toLowerCase()} sg-form-${room.form.toLowerCase()}${face.headed ? '' : ' sg-alone'}${room.charactersPerLine < NARROW ? ' sg-narrow' : ''}`}
      head={head}
      foot={foot}
      segments={face.segments}
      imageBase={sheet.attachmentBase}
      mostProse={face.mostProse}
      mostTable={face.mostTable}
      mayCut={face.mayCut}
      isPart={face.extent !== 'WHOLE'}
      leastWindow={plan.linePixels}
      otherTitle={place === 'PAGE' ? other : null}
      otherFirst={isFirst}
      codePage={code}
      headCharacters={content.title.length}
      turn={props.turn}
      asked={props.asked}
      onPage={(at) => {
        props.onPage({ ...at, extent: face.extent })
      }}
      onDone={props.onDone}
      onMisfit={() => {
        if (down + 1 >= steps.length) props.onMisfit()
        else {
          props.onDegraded()
          setDown(down + 1)
        }
      }}
    />
  )
  return place === 'BESIDE' ? (
    <div className={isFirst ? 'sg-pair' : 'sg-pair sg-pair-after'}>
      {other}
      {paged}
    </div>
  ) : (
    paged
  )
}
