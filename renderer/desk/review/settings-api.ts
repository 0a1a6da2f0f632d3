import type { ReviewChain, ChainSetting } from '../../../domain/notice/review-chain.ts'
import type {
  ExceptionsReport,
  ReviewChainsView,
  ReviewExceptionView,
} from '../../../server/notice/review/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

/** Keys under which the page keeps its answers. */
export const CHAINS_KEY = ['review-chains'] as const
export const EXCEPTION_KEY = ['review-exception'] as const

export function getChains(): Promise<ReviewChainsView> {
  return taken(api.desk['review-chains'].$get())
}

export async function setChain(
  setting: Omit<ChainSetting, 'chain'> & { readonly chain: ReviewChain | null; readonly reason: string },
): Promise<ReviewChainsView> {
  const answer = await send('/api/desk/review-chains', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(setting),
  })
  return (await answer.json()) as ReviewChainsView
}

export function getException(): Promise<ReviewExceptionView> {
  return taken(api.desk['review-exception'].$get())
}

export function setException(active: boolean, reason: string): Promise<ReviewExceptionView> {
  return taken(api.desk['review-exception'].$post({ json: { active, reason } }))
}

export function getExceptionsReport(): Promise<ExceptionsReport> {
  return taken(api.desk['review-exceptions-report'].$get())
}
