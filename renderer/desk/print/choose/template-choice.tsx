import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useTemplateName } from '../use-template-name.ts'
import { tooSmallAt, type Candidate } from './candidates.ts'
import { TemplateDrawing } from './template-drawing.tsx'

type Props = {
  readonly candidates: readonly Candidate[]
  readonly chosen: string | null
  readonly choose: (id: string) => void
}

/** The templates as small sheets side by side; one is chosen. */
export function TemplateChoice({ candidates, chosen, choose }: Props) {
  const { t } = useTranslation('print')
  const nameOf = useTemplateName()
  const group = useId()
  return (
    <fieldset className="pr-templates">
      <legend className="pr-legend">{t('choose.template')}</legend>
      {candidates.map(({ template, suggested }) => {
        const small = tooSmallAt(template)
        return (
          <label key={template.id} className="pr-template">
            <input
              type="radio"
              name={group}
              value={template.id}
              checked={chosen === template.id}
              onChange={() => choose(template.id)}
            />
            <span className="pr-template-sheet">
              <TemplateDrawing form={template.form} paper={template.paper} />
            </span>
            <span className="pr-template-words">
              <span className="strong">{nameOf(template)}</span>
              {suggested && <span className="pill pr-suggested">{t('choose.suggested')}</span>}
              <span className="sub">
                {t('choose.paper', {
                  size: template.paper.size,
                  lies: t(`choose.lies.${template.paper.orientation}`),
                })}
              </span>
              {template.name !== '' && <span className="sub">{t('choose.own')}</span>}
              {small === null ? (
                <span className="sub">{t('choose.readFrom', { metres: template.readFrom })}</span>
              ) : (
                <span className="pr-warn">
                  {t('choose.tooSmall', { metres: small.from, legible: small.legible })}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
