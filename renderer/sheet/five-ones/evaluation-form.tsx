import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../../server/display/views.ts'
import { issuerOf } from '../closing.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** Five levels as 好差评 has them (国办发〔2019〕51号), best first. */
const LEVELS = ['VERY_GOOD', 'GOOD', 'FAIR', 'POOR', 'VERY_POOR'] as const
/** What is asked; our own choice, after 五个一 and the promises offices make. */
const ASPECTS = ['ATTITUDE', 'SPEED', 'TOLD_ONCE', 'RESULT', 'OVERALL'] as const

/** 服务评议表: five levels for each thing asked, room for words, and no name needed; `last` ends a pack that stops here. */
export function EvaluationForm({ data, last }: { readonly data: SheetData; readonly last: string | null }) {
  const { t } = useTranslation('sheet')
  const { office, content } = data
  // A village's paper handed in at the address of the township would not arrive.
  const isOwn = content.unit === undefined || issuerOf(content) === office.name
  const ways = isOwn ? [office.address, office.telephone] : []
  const address = ways.filter((words) => words !== '').join('　')
  return (
    <section className="pack-part">
      <h2 className="pack-title">{t('fiveOnes.evaluation', CHINESE)}</h2>
      <div className="pack-blanks">
        <p className="pack-wide">
          <span>{t('noticeSlip.matter', CHINESE)}</span>
          <span className="pack-filled">{content.title}</span>
        </p>
        <p>
          <span>{t('evaluation.window', CHINESE)}</span>
          <span className="pack-line" />
        </p>
        <p>
          <span>{t('evaluation.day', CHINESE)}</span>
          <span className="pack-day">{t('slip.signDay', CHINESE)}</span>
        </p>
      </div>
      <p className="pack-note">{t('evaluation.how', CHINESE)}</p>
      <table className="pack-table pack-evaluation">
        <thead>
          <tr>
            <th>{t('evaluation.aspect', CHINESE)}</th>
            {LEVELS.map((level) => (
              <th key={level} className="pack-level">
                {t(`evaluation.level.${level}`, CHINESE)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ASPECTS.map((aspect) => (
            <tr key={aspect}>
              <td>{t(`evaluation.ask.${aspect}`, CHINESE)}</td>
              {LEVELS.map((level) => (
                <td key={level} className="pack-level">
                  <span className="pack-square" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pack-words">
        <p>{t('evaluation.words', CHINESE)}</p>
      </div>
      <div className="pack-blanks">
        <p>
          <span>{t('evaluation.name', CHINESE)}</span>
          <span className="pack-line" />
        </p>
        <p>
          <span>{t('evaluation.telephone', CHINESE)}</span>
          <span className="pack-line" />
        </p>
      </div>
      <p className="pack-note">
        {t(address === '' ? 'evaluation.handIn' : 'evaluation.return', {
          ...CHINESE,
          office: issuerOf(content),
          address,
        })}
      </p>
      {last === null ? null : <p className="pack-end">{last}</p>}
    </section>
  )
}
