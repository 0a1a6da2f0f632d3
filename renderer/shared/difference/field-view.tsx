import type { FieldDifference } from '../../../domain/notice/difference-fields.ts'
import { formatCivilDate } from '../../../domain/notice/notice-dates.ts'
import { Runs } from './runs.tsx'
import { useDifferenceWords } from './use-difference-words.ts'

function instantWords(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

function useValueWords() {
  const { t, i18n } = useDifferenceWords()
  return (of: FieldDifference, value: string): string => {
    if (value === '') return t('difference:nothing')
    switch (of.reading) {
      case 'TEXT':
        return value
      case 'DAY':
        return i18n.language === 'en' ? value : formatCivilDate(value)
      case 'INSTANT':
        return instantWords(value, i18n.language)
      case 'CODE':
        return codeWords(of.field, value)
    }
  }

  function codeWords(field: FieldDifference['field'], value: string): string {
    switch (field) {
      case 'noticeKind':
        return t(`terms:noticeKind.${value}` as 'terms:noticeKind.OTHER')
      case 'disclosureMode':
        return t(`terms:disclosureMode.${value}` as 'terms:disclosureMode.PROACTIVE')
      case 'audience':
        return t(`terms:audience.${value}` as 'terms:audience.PUBLIC')
      case 'emergencyLevel':
        return t(`terms:warningLevel.${value}` as 'terms:warningLevel.RED')
      case 'displayRenewal':
        return t(`difference:renewal.${value}` as 'difference:renewal.RESTART')
      case 'consultationChannels':
        return value
          .split('\n')
          .map((line) => {
            const [channel = '', ...detail] = line.split(' ')
            return `${t(`terms:opinionChannel.${channel}` as 'terms:opinionChannel.PHONE')} ${detail.join(' ')}`
          })
          .join(t('difference:listComma'))
      case 'consultationLength':
      case 'displayLength': {
        const [count = '', unit = ''] = value.split(' ')
        return t(`difference:unit.${unit}` as 'difference:unit.WORKING_DAY', { count: Number(count) })
      }
      default:
        return value
    }
  }
}

/** One field: words with what changed inside them, anything else as it was and as it is. */
export function FieldView({ field }: { readonly field: FieldDifference }) {
  const { t } = useDifferenceWords()
  const words = useValueWords()
  const inside = field.reading === 'TEXT' && field.before !== '' && field.after !== ''
  return (
    <div className="df-field">
      <dt>{t(`difference:field.${field.field}`)}</dt>
      <dd>
        {inside ? (
          <Runs runs={field.runs} />
        ) : (
          <>
            <del className="df-del">
              <span className="df-spoken">{t('difference:before')}</span>
              {words(field, field.before)}
            </del>
            <ins className="df-ins">
              <span className="df-spoken">{t('difference:after')}</span>
              {words(field, field.after)}
            </ins>
          </>
        )}
      </dd>
    </div>
  )
}
