import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../../server/display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { issuerOf } from '../closing.ts'
import { CodeDrawing } from '../code-drawing.tsx'
import { samplesOf } from './sample-sheets.tsx'

const CHINESE = { lng: 'zh-Hans' } as const
const CODE_MILLIMETRES = 34

/** First page of the pack: the service, the five things in it, and the way to the platform where there is one. */
export function FiveOnesCover({ data }: { readonly data: SheetData }) {
  const { t } = useTranslation('sheet')
  const { content } = data
  // A code that is a link opens the board on any phone in its network; another one only says which edition this is.
  const isLink = /^https?:/u.test(data.code)
  const samples = samplesOf(content.attachments).length
  const parts = [
    [
      t('fiveOnes.platform', CHINESE),
      data.indexNumber === null
        ? ''
        : t(isLink ? 'fiveOnes.platformLink' : 'fiveOnes.platformBoard', CHINESE),
    ],
    [t('fiveOnes.guide', CHINESE), t('fiveOnes.guideHint', CHINESE)],
    [t('fiveOnes.slip', CHINESE), t('fiveOnes.slipHint', CHINESE)],
    [t('fiveOnes.evaluation', CHINESE), t('fiveOnes.evaluationHint', CHINESE)],
    [
      t('fiveOnes.samples', CHINESE),
      samples === 0
        ? t('fiveOnes.samplesNone', CHINESE)
        : t('fiveOnes.samplesHint', { ...CHINESE, number: samples }),
    ],
  ] as const
  return (
    <section className="pack-cover">
      <p className="pack-office">{issuerOf(content)}</p>
      <h1 className="pack-name">
        <Phrased text={content.title} />
      </h1>
      <p className="pack-kind">{t('fiveOnes.title', CHINESE)}</p>
      <ol className="pack-parts">
        {parts.map(([name, hint], index) => (
          <li key={name}>
            <span className="pack-part-name">{name}</span>
            <span>
              {hint}
              {index === 0 && data.indexNumber !== null ? (
                <span className="pack-index">
                  {t('fiveOnes.index', { ...CHINESE, index: data.indexNumber })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <div className="pack-code">
        <CodeDrawing code={data.code} millimetres={CODE_MILLIMETRES} />
        <p>{t(isLink ? 'fiveOnes.codeLink' : 'fiveOnes.codeBoard', CHINESE)}</p>
      </div>
    </section>
  )
}
