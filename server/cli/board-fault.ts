/** What does not hold on a board; `subject` names a row, a file or a number, never what stands in it. */
export type BoardFault = {
  readonly code:
    | 'DATABASE_DAMAGED'
    | 'REFERENCE_BROKEN'
    | 'AUDIT_CHAIN_BROKEN'
    | 'AUDIT_REWRITTEN'
    | 'EDITION_HASH_WRONG'
    | 'EDITION_NOT_LOGGED'
    | 'EDITION_NOT_APPROVED'
    | 'EDITION_MISSING'
    | 'SUBMISSION_HASH_WRONG'
    | 'WITHDRAWAL_NOT_LOGGED'
    | 'WITHDRAWAL_UNDONE'
    | 'OVERRIDE_NOT_LOGGED'
    | 'SEARCH_ENTRY_WRONG'
    | 'GROUP_COUNT_WRONG'
    | 'DUTY_CLOSING_NOT_LOGGED'
    | 'DUTY_CLOSING_UNDONE'
    | 'FILE_MISSING'
    | 'FILE_DAMAGED'
    | 'PACKAGE_MISSING'
    | 'PACKAGE_DAMAGED'
  readonly subject: string
}
