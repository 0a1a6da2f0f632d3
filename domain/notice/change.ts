/** What kind of change a next edition is: 更正 of a fault, 更新 of the matter, or 文字校订 that changes no meaning. */
export const CHANGE_KINDS = ['CORRECTION', 'UPDATE', 'MINOR'] as const
/** One kind of change. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What an edition changes against the one before, read by the public; only `MINOR` may go without a note. */
export type NoticeChange = { readonly kind: ChangeKind; readonly note: string }
