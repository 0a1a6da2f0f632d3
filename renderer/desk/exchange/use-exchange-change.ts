import { useMutation, useQueryClient } from '@tanstack/react-query'
import { OUTBOX_KEY } from '../query-client.ts'
import { EXCHANGE_KEY } from './exchange-keys.ts'

/** Changes something of the exchange, and asks for all of it again: a receipt touches packages, tasks, items and keys at once. */
export function useExchangeChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: EXCHANGE_KEY }),
        queries.invalidateQueries({ queryKey: OUTBOX_KEY }),
      ])
    },
  })
}
