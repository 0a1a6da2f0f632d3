import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetTemplate } from '../../../../domain/sheet/template.ts'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import type { PrintOrder } from '../../api/print-api.ts'
import { waysOut } from '../choose/candidates.ts'
import { TemplateDrawing } from '../choose/template-drawing.tsx'
import { useCandidates } from '../choose/use-candidates.ts'
import { useRefusalWords } from '../refusal-words.ts'
import type { SheetToPrint } from '../sheet-to-print.ts'
import { useTemplateName } from '../use-template-name.ts'

// More would be a list of templates again, which stands behind the other key.
const OFFERED = 3

type Props = {
  readonly sheet: SheetToPrint
  readonly job: PrintJobView
  readonly busy: boolean
  readonly make: (order: PrintOrder) => void
  readonly choose: () => void
}

/** The sheet could not be made: why, and which template may take it. */
export function Failed({ sheet, job, busy, make, choose }: Props) {
  const { t } = useTranslation('print')
  const words = useRefusalWords()
  const nameOf = useTemplateName()
  const { candidates } = useCandidates(sheet)
  const used: SheetTemplate | undefined = candidates?.find(
    ({ template }) => template.id === job.template?.id,
  )?.template
  // A program that is missing, or a fault, is not mended by wider paper.
  const layoutIsWhy =
    job.refusal?.code.startsWith('print.') === true && job.refusal.code !== 'print.browser-missing'
  const ways = used === undefined || candidates === undefined || !layoutIsWhy ? [] : waysOut(used, candidates)
  return (
    <div className="pr-failed">
      <h3>{t('failed.title')}</h3>
      <p className="refusal" role="alert">
        {words(job.refusal)}
      </p>
      {ways.length > 0 && (
        <>
          <p>{t('failed.ways')}</p>
          <ul className="pr-ways">
            {ways.slice(0, OFFERED).map(({ template }) => (
              <li key={template.id}>
                <TemplateDrawing form={template.form} paper={template.paper} />
                <Button
                  disabled={busy}
                  onClick={() => make({ subject: job.subject, templateId: template.id })}
                >
                  {t('failed.use', {
                    name: nameOf(template),
                    size: template.paper.size,
                    lies: t(`choose.lies.${template.paper.orientation}`),
                  })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="pr-bar">
        {job.subject.kind === 'EDITION' && <Button onClick={choose}>{t('failed.choose')}</Button>}
        <Button
          loading={busy}
          onClick={() => make({ subject: job.subject, templateId: job.template?.id ?? null })}
        >
          {t('failed.again')}
        </Button>
      </div>
    </div>
  )
}
