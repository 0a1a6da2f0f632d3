import { useQuery } from '@tanstack/react-query'
import { ask } from './county-api.ts'

/** An office for choosing. */
export type OfficeName = { readonly id: number; readonly name: string; readonly uscc: string }

/** Every office by name; empty until the answer is here. */
export function useOfficeNames(): readonly OfficeName[] {
  return (
    useQuery({
      queryKey: ['office-names'],
      queryFn: ({ signal }) => ask<readonly OfficeName[]>('office-names', {}, signal),
    }).data ?? []
  )
}
