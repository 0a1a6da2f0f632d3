/**
 * Why the county rejects one change. The order is part of the code on printed receipts (`receipt-code.ts`): add at the end only. Each has a sentence in `locales/<language>/exchange.json` under `fault`.
 */
export const RECORD_FAULT_CODES = [
  /** The index number does not have the form agreed for the office. `pattern` */
  'record.index-number',
  /** Personal data that must not be published was found. `kind` as in domain/privacy, `place` (title, body, attachment name …); never the value */
  'record.personal-data',
  /** The county has given out a catalogue, and this item is not in it. `item` */
  'record.catalogue-item',
  /** Dates that contradict each other. `field` */
  'record.dates',
  /** The county holds another text under this index number and edition number. */
  'record.edition-differs',
  /** The index number is used by another office. */
  'record.index-number-taken',
  /** A withdrawal of an edition whose hash is not the one the county holds. */
  'record.withdrawal-differs',
  /** A kind of file that is not taken in. `name` */
  'record.file-type',
  /** Not for the public: 公开属性 or 公开对象 say so. */
  'record.not-public',
  /** Its text is no notice: nodes stand where none of their kind may stand. */
  'record.unreadable',
  /** An edition the county holds as taken down: the office's database has forgotten that. `reason` as in WithdrawalReason, `withdrawnOn` civil date */
  'record.withdrawn',
] as const
/** One reason for a rejection. */
export type RecordFaultCode = (typeof RECORD_FAULT_CODES)[number]

/** What the county notices and takes all the same. Sentences under `remark`. */
export const RECORD_REMARK_CODES = [
  /** The time of publication lies after the county's own clock by more than a day, or before 2008 (the regulation's first year). */
  'remark.clock',
  /** The same text is already there under another index number of this office. */
  'remark.same-text',
  /** It was there already, the same to the letter. */
  'remark.known',
  /** A withdrawal of an edition the county never had. */
  'remark.never-here',
] as const
/** One remark. */
export type RecordRemarkCode = (typeof RECORD_REMARK_CODES)[number]
