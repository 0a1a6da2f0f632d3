import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewChain } from '../../../domain/notice/review-chain.ts'
import type { DecisionKind } from '../../../domain/notice/notice-state.ts'

/** A chain as a small flow: steps from left to right, what is decided side by side in one frame. */
export function ChainFlow(props: {
  readonly chain: ReviewChain
  readonly unstaffed: readonly DecisionKind[]
}) {
  const { t } = useTranslation(['review', 'terms'])
  return (
    <ol className="rc-flow">
      {props.chain.map((stage, index) => (
        <Fragment key={index}>
          <li className="rc-step">
            {stage.map((kind) => (
              <span key={kind} className={props.unstaffed.includes(kind) ? 'rc-kind rc-nobody' : 'rc-kind'}>
                {t(`terms:decisionKind.${kind}`)}
                {props.unstaffed.includes(kind) ? <em>{t('review:settings.nobody')}</em> : null}
              </span>
            ))}
          </li>
        </Fragment>
      ))}
    </ol>
  )
}
