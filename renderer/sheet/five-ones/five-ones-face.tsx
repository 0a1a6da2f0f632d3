import { useTranslation } from 'react-i18next'
import { materialsOf } from '../../../domain/sheet/material-list.ts'
import { sectionsOf } from '../../../domain/sheet/text-section.ts'
import { EvaluationForm } from './evaluation-form.tsx'
import type { FaceProps } from '../face.ts'
import { findOverflow, fitTables } from '../settle/fit.ts'
import { fitGuide } from '../guide/fit-guide.ts'
import { FiveOnesCover } from './five-ones-cover.tsx'
import './five-ones-face.css'
import { NoticeSlip } from './notice-slip.tsx'
import { samplesOf, SampleSheets } from './sample-sheets.tsx'
import { ServiceGuideText } from '../guide/service-guide.tsx'
import '../guide/service-guide-face.css'
import { SheetMark } from '../sheet-mark.tsx'
import { Tools } from '../tools.tsx'
import { useSettled } from '../settle/use-settled.ts'
import { VersionBlock } from '../version-block.tsx'

const CHINESE = { lng: 'zh-Hans' } as const

/** 五个一: platform, guide, slip of materials, evaluation form and samples of one service, to be handed over together. */
export function FiveOnesFace({ sheet, fileAddress }: FaceProps<'NOTICE'>) {
  const { t } = useTranslation('sheet')
  const { data, template } = sheet
  const { content } = data
  const hasSamples = samplesOf(content.attachments).length > 0
  const materials = materialsOf(sectionsOf(content.body))
  const last = t('fiveOnes.end', { ...CHINESE, hash: data.hash.slice(0, 16) })
  const { area, settled } = useSettled(sheet, (pack) => {
    fitTables(pack)
    const guide = pack.querySelector<HTMLElement>('.pack-guide')
    if (guide !== null) fitGuide(guide, template)
    return { lastLine: last, overflow: findOverflow(pack) }
  })
  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className="guide pack" ref={area}>
          <FiveOnesCover data={data} />
          <section className="pack-part pack-guide">
            <h2 className="pack-title">{t('fiveOnes.guide', CHINESE)}</h2>
            <p className="pack-about">{content.title}</p>
            <ServiceGuideText data={data} template={template} />
            {template.parts.includes('VERSION') ? <VersionBlock data={data} /> : null}
          </section>
          <NoticeSlip data={data} materials={materials} />
          <EvaluationForm data={data} last={hasSamples ? null : last} />
          {hasSamples ? <SampleSheets data={data} fileAddress={fileAddress} last={last} /> : null}
        </article>
      </main>
    </>
  )
}
