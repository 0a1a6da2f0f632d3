import { useTranslation } from 'react-i18next'
import type { EmergencyMark } from '../../../domain/notice/emergency-mark.ts'
import { labelledText, type LabelledLine } from '../../../domain/sheet/labelled-line.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { Phrased } from '../../shared/phrased.tsx'
import { WholeNumbers } from '../../shared/whole-numbers.tsx'
import { closingOf, issuerOf } from '../closing.ts'
import './emergency-poster-face.css'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { officialMinute } from '../official-minute.ts'
import { fillOneSheet, saveTitleLine, tableRange } from '../settle/one-sheet.ts'
import './poster-face.css'
import { PosterSignature } from './poster-signature.tsx'
import { SheetMark } from '../sheet-mark.tsx'
import { SheetTitles } from '../sheet-titles.tsx'
import { Tools } from '../tools.tsx'
import { useRunningTitle } from '../settle/use-running-title.ts'
import { useSettled } from '../settle/use-settled.ts'
import { VersionBlock } from '../version-block.tsx'

const CHINESE = { lng: 'zh-Hans' } as const

// It must hang at once and be seen whole: smaller rather than on a second sheet.
const RANGE = { most: 1.4, least: 0.5 }

/** What warns, in words a black-and-white printer cannot lose; the colour only stands beside them. */
function Band({ mark }: { readonly mark: EmergencyMark | undefined }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const level = mark?.level ?? null
  return (
    <div className="emergency-band" data-level={level ?? ''}>
      <p className="emergency-word">{t('sheet:emergencyPoster.word', CHINESE)}</p>
      {level === null ? null : <p className="emergency-level">{t(`terms:warningLevel.${level}`, CHINESE)}</p>}
    </div>
  )
}

const isTelephone = ({ label }: LabelledLine) => label.includes('电话')

function Line({ line }: { readonly line: LabelledLine }) {
  if (line.label === '')
    return (
      <p className="emergency-lead">
        <WholeNumbers text={line.text} />
      </p>
    )
  return (
    <div className="emergency-line" data-telephone={isTelephone(line) ? 'true' : undefined}>
      <p className="emergency-label">{line.label}</p>
      <p className="emergency-said">
        <WholeNumbers text={line.text} />
      </p>
    </div>
  )
}

/** 应急公告: level, what to do and whom to call, whole on one sheet and legible from across a street. */
export function EmergencyPosterFace({ sheet }: FaceProps<'NOTICE'>) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { data, template, orders } = sheet
  const { content } = data
  const { parts } = template
  const { emergency: mark, expiresAt } = content
  const closing = closingOf(content)
  const { lines, others } = labelledText(content.body)
  const { area, settled } = useSettled(sheet, (poster) => {
    delete poster.dataset['many']
    saveTitleLine(poster.querySelector('.emergency-title'))
    if (!fillOneSheet(poster, poster.clientHeight, RANGE, tableRange(template)))
      poster.dataset['many'] = 'true'
    return { lastLine: lines.at(-1)?.text.slice(-30) ?? '', overflow: findOverflow(poster) }
  })
  const level = mark?.level ?? null
  const word =
    level === null ? t('sheet:emergencyPoster.word', CHINESE) : t(`terms:warningLevel.${level}`, CHINESE)
  useRunningTitle(`${word}　${content.title}`)
  // The last line is bound to the signature: on a sheet of its own that would sign nothing.
  const last = others.length === 0 ? lines.at(-1) : undefined
  const above = last ? lines.slice(0, -1) : lines
  const office = issuerOf(content)
  // A second number beside that of the people on duty would be called in their place.
  const hasTelephone = lines.some(isTelephone)
  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className="emergency-poster" ref={area}>
          <Band mark={mark} />
          <header className="emergency-head">
            <SheetTitles texts={content.texts ?? []} orders={orders} points={template.type.title.points}>
              <h1 className="emergency-title">
                <Phrased text={content.title} />
              </h1>
            </SheetTitles>
            <div className="emergency-issuer">
              {mark && mark.issuer !== '' ? (
                <p>
                  {t('emergencyPoster.issued', {
                    ...CHINESE,
                    issuer: mark.issuer,
                    time: mark.issuedAt === null ? '' : officialMinute(mark.issuedAt),
                  })}
                </p>
              ) : null}
              {expiresAt === undefined ? null : (
                <p>{t('emergencyPoster.until', { ...CHINESE, time: officialMinute(expiresAt) })}</p>
              )}
            </div>
          </header>
          <div className="emergency-lines">
            {above.map((line, index) => (
              <Line key={index} line={line} />
            ))}
            {others.length === 0 ? null : (
              <BodyView
                body={{ type: 'doc', content: others }}
                imageBase={data.attachmentBase}
                wholeNumbers
              />
            )}
          </div>
          <div className="emergency-end">
            {last ? <Line line={last} /> : null}
            <div className="poster-end">
              {parts.includes('SIGNATURE') ? (
                <PosterSignature
                  closing={{ ...closing, signature: closing.signature ?? (closing.date ? office : null) }}
                />
              ) : null}
              <footer className="emergency-foot">
                {parts.includes('CONTACT') && !hasTelephone && data.office.telephone !== '' ? (
                  <p className="emergency-contact">
                    {t('emergencyPoster.contact', {
                      ...CHINESE,
                      office: data.office.name,
                      telephone: data.office.telephone,
                    })}
                  </p>
                ) : null}
                {parts.includes('VERSION') ? <VersionBlock data={data} /> : null}
              </footer>
            </div>
          </div>
        </article>
      </main>
    </>
  )
}
