import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { checkUscc } from '../../../domain/office/uscc.ts'
import type { Refusal } from '../../../domain/refusal.ts'

function sentence(t: TFunction<'desk'>, refusal: Refusal): string {
  switch (refusal.params.reason) {
    case 'length':
      return t('office.usccLength', { length: refusal.params.length })
    case 'alphabet':
      return t('office.usccAlphabet', { position: refusal.params.position })
    default:
      return t('office.usccCheckDigit', { expected: refusal.params.expected })
  }
}

/** Says in place what the check digit says of a 统一社会信用代码 while it is typed. */
export function UsccVerdict({ value }: { readonly value: string | undefined }) {
  const { t } = useTranslation('desk')
  const text = (value ?? '').trim()
  if (text === '') return <>{t('office.usccHint')}</>
  const checked = checkUscc(text)
  if (checked.ok) return <span className="good">{t('office.usccGood')}</span>
  const typing = checked.params.reason === 'length' && Number(checked.params.length) < 18
  return <span className={typing ? 'verdict' : 'verdict bad'}>{sentence(t, checked)}</span>
}
