import { useTranslation } from 'react-i18next'
import type { CodePagePlan } from '../../../domain/signage/code-page.ts'
import type { QrDrawing } from '../../shared/qr-path.ts'
import { Phrased } from '../../shared/phrased.tsx'

/** The last page of a notice: the code, large enough for where people stand, and what it opens. */
export function CodePage(props: {
  readonly title: string
  readonly lines: readonly string[]
  readonly drawing: QrDrawing
  readonly plan: CodePagePlan
}) {
  const { t } = useTranslation('signage')
  const { drawing, plan } = props
  return (
    <div className={plan.beside ? 'sg-code-page sg-code-beside' : 'sg-code-page'}>
      <div className="sg-code-words">
        <h1 className="sg-title">
          <Phrased text={props.title} />
        </h1>
        {props.lines.map((line) => (
          <p key={line}>
            <Phrased text={line} />
          </p>
        ))}
      </div>
      <svg
        className="sg-code"
        style={{ width: plan.side, height: plan.side }}
        viewBox={`0 0 ${String(drawing.size)} ${String(drawing.size)}`}
        role="img"
        aria-label={t('code')}
        shapeRendering="crispEdges"
      >
        <rect width={drawing.size} height={drawing.size} fill="#fff" />
        <path d={drawing.path} />
      </svg>
    </div>
  )
}
